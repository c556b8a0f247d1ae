using System.Collections.Concurrent;

namespace Restaurant.Web.Components.Beats;

/// <summary>A moment at which open pages read again. Pages with the same look read once in it: the first who asks reads, the others get the same rows.</summary>
public sealed class Beat
{
    private static readonly AsyncLocal<Frame?> Now = new();
    private readonly ConcurrentDictionary<object, Lazy<Task>> readings = [];

    /// <summary>Reads what may be shared: with others inside <see cref="DuringAsync"/>, alone anywhere else, as after an act of a person's own.</summary>
    /// <param name="look">What is read, by value. Who sees other rows has another look.</param>
    public static Task<T> ShareAsync<T>(object look, Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        Now.Value?.Beat is { } beat ? beat.ReadAsync(look, read).WaitAsync(cancellationToken) : read(cancellationToken);

    /// <summary>What is read in here begins after this beat did, or was begun by somebody else after it: no change before the beat is missed.</summary>
    public async Task DuringAsync(Func<Task> reload)
    {
        var frame = new Frame { Beat = this };
        Now.Value = frame;
        try
        {
            await reload();
        }
        finally
        {
            // What was started meanwhile and lives on, a component that appeared, must not go on reading in this beat.
            frame.Beat = null;
        }
    }

    private Task<T> ReadAsync<T>(object look, Func<CancellationToken, Task<T>> read)
    {
        var key = (typeof(T), look);

        // Off the first page's own thread, and with nobody's own token: who leaves must not take the answer from the others.
        var reading = readings.GetOrAdd(key, _ => new Lazy<Task>(() => Task.Run(() => read(CancellationToken.None))));
        var task = (Task<T>)reading.Value;

        // Who tries again after a failure reads again.
        if (task.IsFaulted || task.IsCanceled)
            readings.TryRemove(KeyValuePair.Create<object, Lazy<Task>>(key, reading));
        return task;
    }

    private sealed class Frame
    {
        public Beat? Beat { get; set; }
    }
}
