namespace Restaurant.Infrastructure.Live;

/// <summary>
/// One reading for all who ask at the same time: whoever asks while one runs gets the next, which begins when it has ended. So nobody is told
/// anything older than the question, and a hundred open pages cost no more than two readings after one another.
/// </summary>
internal sealed class SharedReading<T>(Func<CancellationToken, Task<T>> read)
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private Task<T>? next;

    public Task<T> AskAsync(CancellationToken cancellationToken)
    {
        lock (gate)
            return (next ??= ReadAfterAsync(running)).WaitAsync(cancellationToken);
    }

    private async Task<T> ReadAfterAsync(Task before)
    {
        // How the one before ended is the matter of those who asked for it.
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
            (running, next) = (next!, null);

        // Nobody's own token: who leaves must not take the answer from the others.
        return await read(CancellationToken.None);
    }
}
