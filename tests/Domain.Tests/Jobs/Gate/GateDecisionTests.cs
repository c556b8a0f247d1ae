using Restaurant.Domain.Jobs.Gate;

namespace Restaurant.Domain.Tests.Jobs.Gate;

public sealed class GateDecisionTests
{
    [Theory]
    [InlineData(8, 0.65, true)]
    [InlineData(9, 0.65, false)]
    [InlineData(17, 0.31, false)]
    [InlineData(17, 0.30, true)]
    [InlineData(18, 0.65, true)]
    [InlineData(18, 0.71, false)]
    public void The_limit_is_that_of_the_hour(int hour, double cpu, bool open) => At(hour, Reading(cpu)).IsOpen.ShouldBe(open);

    [Fact]
    public void Memory_counts_at_any_hour() => At(3, Reading(0.01) with { MemoryUsed = 0.81 }).Sentence.ShouldBe("Heavy jobs wait: memory 81 % full, at most 80 %.");

    [Fact]
    public void The_container_counts_where_it_is_busier_than_the_machine() => At(12, Reading(0.1) with { ContainerCpu = 0.9 }).IsOpen.ShouldBeFalse();

    [Fact]
    public void What_cannot_be_measured_counts_as_full() => At(3, GateReading.Failed(default, "no /proc")).IsOpen.ShouldBeFalse();

    [Fact]
    public void The_sentence_says_why() => At(12, Reading(0.54)).Sentence.ShouldBe("Heavy jobs wait: processors 54 % busy, at most 30 % from 9 to 18 h.");

    [Fact]
    public void Busy_hours_may_go_over_midnight()
    {
        var late = new GateSettings { BusyFrom = 18, BusyTo = 2 };
        late.CpuLimitAt(new(23, 0)).ShouldBe(30);
        late.CpuLimitAt(new(1, 59)).ShouldBe(30);
        late.CpuLimitAt(new(2, 0)).ShouldBe(70);
        new GateSettings { BusyFrom = 9, BusyTo = 9 }.IsBusyAt(new(9, 0)).ShouldBeFalse();
    }

    private static GateDecision At(int hour, GateReading reading) => GateDecision.Decide(new(), reading, new(hour, 0));

    private static GateReading Reading(double cpu) => new(default, cpu, null, 0, 0.5, 1, 1, "test");
}
