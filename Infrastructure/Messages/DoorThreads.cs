using System.Collections.Concurrent;

namespace Restaurant.Infrastructure.Messages;

/// <summary>
/// Threads that do nothing but write what comes to the door. The database's answer wakes one directly; a thread of the pool is woken by the one
/// that listens to all connections, and only when those before it have been seen to.
/// </summary>
internal sealed class DoorThreads : IDisposable
{
    private readonly BlockingCollection<Func<Task>> work = [];

    public DoorThreads(int count)
    {
        for (var at = 0; at < count; at++)
            new Thread(Work) { IsBackground = true, Name = "door" }.UnsafeStart();
    }

    /// <summary>Stays on its thread as long as what it awaits is there already, and goes on in the pool from where it is not.</summary>
    public void Run(Func<Task> one) => work.Add(one);

    public void Dispose() => work.CompleteAdding();

    private void Work()
    {
        foreach (var one in work.GetConsumingEnumerable())
            _ = one();
    }
}
