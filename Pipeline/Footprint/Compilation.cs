using System.Runtime;

namespace Restaurant.Pipeline.Footprint;

/// <summary>What the runtime's compiler is at: it takes a third of the processor time of a program's first half minute.</summary>
public static class Compilation
{
    /// <summary>Waits until hardly anything is compiled any more.</summary>
    /// <param name="glance">How far apart two looks are.</param>
    /// <param name="few">So many methods between two looks are hardly anything.</param>
    /// <param name="most">Looks no more often; where people use the program there is always something.</param>
    public static async Task SettledAsync(TimeProvider clock, TimeSpan glance, int few, int most, CancellationToken cancellationToken)
    {
        var compiled = JitInfo.GetCompiledMethodCount();
        for (var (looks, news) = (0, long.MaxValue); looks < most && news > few; looks++)
        {
            await Task.Delay(glance, clock, cancellationToken);
            var now = JitInfo.GetCompiledMethodCount();
            (news, compiled) = (now - compiled, now);
        }
    }
}
