using Microsoft.Extensions.Options;
using Restaurant.Domain.Live;
using Restaurant.Web.Components.Beats;

namespace Restaurant.Web.Tests.Components.Beats;

public sealed class FollowerTests
{
    private static readonly TimeSpan Share = TimeSpan.FromMilliseconds(100);
    private static readonly Following Orders = new(Topic.Orders, new(new(Options.Create(new PagesSettings()))));

    [Fact]
    public async Task A_page_that_asks_for_a_slower_pace_is_not_woken_faster()
    {
        var follower = new Follower(Orders with { Pace = () => TimeSpan.FromSeconds(1) });
        var woken = new List<long>();
        var next = WaitAsync(follower);
        for (var number = 0; number <= 25; number++)
        {
            follower.Mark(Topic.Orders);
            if (!follower.WakeIfDue(new(), number, Share))
                continue;
            await next;
            woken.Add(number);
            next = WaitAsync(follower);
        }

        woken.ShouldBe([0, 10, 20]);
    }

    [Fact]
    public async Task What_changes_while_a_page_reads_is_kept_until_it_waits_again()
    {
        var follower = new Follower(Orders);
        var first = WaitAsync(follower);
        follower.Mark(Topic.Orders);
        follower.WakeIfDue(new(), 0, Share).ShouldBeTrue();
        await first;

        follower.Mark(Topic.Orders);
        follower.WakeIfDue(new(), 10, Share).ShouldBeFalse();
        follower.IsPending.ShouldBeTrue();

        var second = WaitAsync(follower);
        follower.WakeIfDue(new(), 11, Share).ShouldBeTrue();
        (await second).Changed.ShouldBe(Topic.Orders);
        follower.IsPending.ShouldBeFalse();
    }

    [Fact]
    public void A_page_is_not_woken_for_what_it_does_not_show()
    {
        var follower = new Follower(Orders);
        _ = WaitAsync(follower);

        follower.Mark(Topic.Messages);

        follower.IsPending.ShouldBeFalse();
        follower.WakeIfDue(new(), 0, Share).ShouldBeFalse();
    }

    private static Task<Wake> WaitAsync(Follower follower) => follower.WaitAsync(TestContext.Current.CancellationToken).AsTask();
}
