using Restaurant.Domain.Simulation;

namespace Restaurant.Domain.Tests.Simulation;

public sealed class SimulationRateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0)]
    [InlineData(500, 0)]
    [InlineData(1_000, 600)]
    [InlineData(60_000, 10)]
    public void A_rate_is_told_once_the_stretch_is_long_enough_to_have_one(int milliseconds, double expected) =>
        After(TimeSpan.FromMilliseconds(milliseconds)).PerMinute.ShouldBe(expected, 0.001);

    [Fact]
    public void Before_the_first_batch_there_is_no_rate() => After(null).PerMinute.ShouldBe(0);

    private static SimulationState After(TimeSpan? stretch) => new()
    {
        DatasetName = "Lunch",
        StartedBy = "Ana",
        StretchAt = Start,
        StretchFrom = 30,
        Position = 40,
        LastBatchAt = Start + stretch,
    };
}
