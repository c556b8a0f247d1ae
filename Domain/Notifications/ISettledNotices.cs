namespace Restaurant.Domain.Notifications;

/// <summary>Forgets notices that were sent, or set aside because their room has no address, long ago. Their keys go with them, so it must be longer than a cause can come again.</summary>
public interface ISettledNotices
{
    /// <summary>One bounded step; of each kind the oldest first.</summary>
    /// <returns>How many were forgotten; 0 when there is nothing left to forget.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken);
}
