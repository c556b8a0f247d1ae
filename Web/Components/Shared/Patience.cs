using Restaurant.Domain.Shared;

namespace Restaurant.Web.Components.Shared;

/// <summary>How one viewer's pages outlive a database that is away: they keep what they show, say so, and read again until it is back.</summary>
public sealed class Patience(IOutages outages, IHostApplicationLifetime program, TimeProvider clock)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    public event Action? Changed;

    /// <summary>The last reading failed because the database could not be used.</summary>
    public bool IsWaiting { get; private set; }

    private bool IsEnding => program.ApplicationStopping.IsCancellationRequested;

    public bool IsOutage(Exception exception) => outages.IsOutage(exception);

    /// <summary>Returns when the reading has succeeded. A fault that is not the database's absence goes on to the caller.</summary>
    public async Task ReadAsync(Func<Task> read, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await read();
                if (!IsEnding)
                {
                    Say(waiting: false);
                    return;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !IsEnding && outages.IsOutage(exception))
            {
                Say(waiting: true);
            }
            catch (ObjectDisposedException) when (IsEnding)
            {
                // What was read from is gone.
            }

            // Pages outlive the services of a program that ends: they keep what they show until they go too.
            await Task.Delay(IsEnding ? Timeout.InfiniteTimeSpan : Pace, clock, cancellationToken);
        }
    }

    private void Say(bool waiting)
    {
        if (IsWaiting == waiting)
            return;
        IsWaiting = waiting;
        Changed?.Invoke();
    }
}
