using Restaurant.Pipeline.Messages;

namespace Restaurant.Pipeline.Tests.Messages;

public sealed class PumpPaceTests
{
    [Theory]
    [InlineData(0.1, 0, 8, 8, 32)]
    [InlineData(0.8, 100, 8, 4, 32)]
    [InlineData(0.99, 100, 8, 2, 32)]
    [InlineData(0.99, 10_000, 8, 7, 1000)]
    [InlineData(0.8, 10_000, 8, 8, 1000)]
    [InlineData(0.99, 0, 1, 1, 32)]
    [InlineData(0.1, 1000, 4, 4, 250)]
    public void It_leaves_room_on_a_busy_machine_and_takes_more_at_once_from_a_long_queue(
        double busy, int backlog, int processors, int workers, int batch) =>
        PumpPace.For(busy, backlog, processors).ShouldBe(new PumpPace(workers, batch));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(15, 0)]
    [InlineData(16, 40)]
    [InlineData(1000, 40)]
    public void A_message_alone_goes_at_once_and_a_crowd_gathers_for_a_moment(int lastBatch, int milliseconds) =>
        PumpPace.GatherAfter(lastBatch).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
}
