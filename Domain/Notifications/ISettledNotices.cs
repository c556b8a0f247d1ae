namespace Restaurant.Domain.Notifications;

/// <summary>Forgets notices that were sent long ago. Their keys go with them, so it must be longer than a cause can come again.</summary>
public interface ISentNotices
{
    /// <summary>One bounded step, oldest first.</summary>
    /// <returns>How many were forgotten; 0 when there is nothing left to forget.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken);
}
