using System.Diagnostics;

namespace Restaurant.Testing;

/// <summary>Waits for an outcome instead of for time.</summary>
public static class Poll
{
    public static Task UntilAsync(Func<bool> condition, string what, TimeSpan? limit = null) =>
        UntilAsync(() => Task.FromResult(condition()), what, limit);

    public static async Task UntilAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (limit ?? TimeSpan.FromSeconds(90)))
                throw new TimeoutException($"Waited {watch.Elapsed.TotalSeconds:0} s in vain until {what}.");
            await Task.Delay(20);
        }
    }
}
