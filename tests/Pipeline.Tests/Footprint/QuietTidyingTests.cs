using Restaurant.Pipeline.Footprint;

namespace Restaurant.Pipeline.Tests.Footprint;

public sealed class QuietTidyingTests
{
    [Fact]
    public async Task Memory_is_given_back_when_it_is_quiet_and_enough_has_gathered()
    {
        (string Says, long Taken, long Held)[] glances =
        [
            ("at first", 100, 40), ("a rush", 900, 300), ("a rush goes on", 1700, 250), ("quiet after the rush", 1702, 252), ("tidied", 1702, 41),
            ("quiet", 1704, 42), ("quiet", 1706, 44), ("a few messages", 1714, 52), ("quiet, and much of it", 1716, 54), ("tidied", 1716, 40), ("quiet", 1718, 42),
        ];
        var (at, tidied) = (-1, new List<string>());
        using var end = new CancellationTokenSource();
        var tidying = new QuietTidying(Look, () => tidied.Add(glances[at].Says), TimeProvider.System, TimeSpan.FromMilliseconds(1));

        await Should.ThrowAsync<OperationCanceledException>(tidying.RunAsync(end.Token));

        tidied.ShouldBe(["quiet after the rush", "quiet, and much of it"]);

        (long Taken, long Held) Look()
        {
            if (++at == glances.Length - 1)
                end.Cancel();
            return (glances[at].Taken << 20, glances[at].Held << 20);
        }
    }
}
