namespace Restaurant.Testing;

/// <summary>A clock that goes as fast as any other and is wrong by as much as it is told.</summary>
public sealed class WrongClock : TimeProvider
{
    public TimeSpan Wrong { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Wrong;

    /// <summary>From now on it is this moment.</summary>
    public void Set(DateTimeOffset moment) => Wrong = moment - base.GetUtcNow();
}
