using Restaurant.Pipeline.Footprint;

namespace Restaurant.Pipeline.Tests.Footprint;

public sealed class PassingTidyingTests
{
    [Fact]
    public async Task What_passes_is_collected_when_much_of_it_has_gathered()
    {
        int[] gathered = [0, 30, 63, 64, 10, 40, 90, 70, 5];
        var (at, collected) = (-1, new List<int>());
        using var end = new CancellationTokenSource();
        var tidying = new PassingTidying(Look, () => collected.Add(gathered[at]), TimeProvider.System, TimeSpan.FromMilliseconds(1));

        await Should.ThrowAsync<OperationCanceledException>(tidying.RunAsync(end.Token));

        collected.ShouldBe([64, 90, 70]);

        long Look()
        {
            if (++at == gathered.Length - 1)
                end.Cancel();
            return (long)gathered[at] << 20;
        }
    }
}
