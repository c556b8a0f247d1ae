namespace Restaurant.Domain.Jobs;

/// <summary>Forgets runs that have been kept for long enough.</summary>
public interface IJobHistory
{
    /// <summary>One bounded step, so that nobody waits behind it.</summary>
    /// <returns>How many rows were forgotten; 0 when there is nothing left to forget.</returns>
    Task<int> ForgetAsync(JobSettings keep, int most, CancellationToken cancellationToken);
}
