using Restaurant.Domain.Jobs;

namespace Restaurant.Domain.Tests.Jobs;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(3, 240)]
    public void By_default_three_retries_wait_twice_as_long_each_time(int attempts, int seconds) =>
        RetryPolicy.Default.WaitAfter(attempts, 0.5).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void After_the_fourth_attempt_there_is_no_further_one() => RetryPolicy.Default.WaitAfter(4, 0.5).ShouldBeNull();

    [Fact]
    public void The_jitter_stays_within_its_share()
    {
        RetryPolicy.Default.WaitAfter(1, 0).ShouldBe(TimeSpan.FromSeconds(54));
        RetryPolicy.Default.WaitAfter(1, 1).ShouldBe(TimeSpan.FromSeconds(66));
    }

    [Fact]
    public void No_wait_is_longer_than_a_day() => new RetryPolicy(1000, TimeSpan.FromMinutes(1)).WaitAfter(900, 1).ShouldBe(TimeSpan.FromDays(1));
}
