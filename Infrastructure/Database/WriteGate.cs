namespace Restaurant.Infrastructure.Database;

/// <summary>
/// An embedded database has one writer. Those who write often queue here, in order, instead of finding the file busy and sleeping.
/// PostgreSQL needs no queue.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async ValueTask<Pass> EnterAsync(RestaurantDb database, CancellationToken cancellationToken)
    {
        if (database.IsPostgres)
            return default;
        await gate.WaitAsync(cancellationToken);
        return new(gate);
    }

    public void Dispose() => gate.Dispose();

    public readonly struct Pass(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
