namespace Restaurant.Domain.Runs;

/// <summary>Forgets the traces of messages; the messages and what came of them stay.</summary>
public interface ITraces
{
    /// <summary>One bounded step, oldest first.</summary>
    /// <returns>How many were forgotten; 0 when there is nothing left to forget.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellationToken);
}
