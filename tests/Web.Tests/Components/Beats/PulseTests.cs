using Microsoft.Extensions.Options;
using Restaurant.Domain.Live;
using Restaurant.Web.Components.Beats;

namespace Restaurant.Web.Tests.Components.Beats;

public sealed class PulseTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly ChangeFeed changes = new(TimeProvider.System);
    private readonly OpenPages pages = new(Options.Create(new PagesSettings()));
    private readonly Pulse pulse;

    public PulseTests() => pulse = new(changes, pages, TimeProvider.System);

    [Fact]
    public async Task A_page_is_woken_for_its_own_topics_alone()
    {
        await using var page = Open(Topic.Orders | Topic.Reviews);
        var next = page.MoveNextAsync().AsTask();

        changes.Publish(Topic.Messages);
        changes.Publish(Topic.Reviews);

        (await next.WaitAsync(Limit)).ShouldBeTrue();
        page.Current.Changed.ShouldBe(Topic.Reviews);
    }

    [Fact]
    public async Task Pages_are_woken_in_the_same_beat()
    {
        await using var one = Open(Topic.Orders);
        await using var other = Open(Topic.Orders);
        Task<bool>[] next = [one.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask()];

        changes.Publish(Topic.Orders);
        await Task.WhenAll(next).WaitAsync(Limit);

        one.Current.Beat.ShouldBeSameAs(other.Current.Beat);
    }

    [Fact]
    public async Task A_change_while_a_page_reads_wakes_it_again_in_a_later_beat()
    {
        await using var page = Open(Topic.Orders);
        var next = page.MoveNextAsync().AsTask();
        changes.Publish(Topic.Orders);
        await next.WaitAsync(Limit);
        var first = page.Current.Beat;

        changes.Publish(Topic.Orders);

        (await page.MoveNextAsync().AsTask().WaitAsync(Limit)).ShouldBeTrue();
        page.Current.Beat.ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task A_page_whose_pace_fails_hears_of_it_and_the_others_are_woken()
    {
        await using var broken = Open(Topic.Orders, following => following with { Pace = () => throw new InvalidOperationException("no pace") });
        await using var page = Open(Topic.Orders);
        Task<bool>[] next = [broken.MoveNextAsync().AsTask(), page.MoveNextAsync().AsTask()];

        changes.Publish(Topic.Orders);

        (await next[1].WaitAsync(Limit)).ShouldBeTrue();
        (await Should.ThrowAsync<Exception>(() => next[0].WaitAsync(Limit))).InnerException!.Message.ShouldBe("no pace");
    }

    [Fact]
    public async Task A_page_that_asks_for_it_is_woken_though_nothing_changes()
    {
        await using var page = Open(Topic.Orders, following => following with { AtLeastEvery = TimeSpan.FromMilliseconds(100) });

        (await page.MoveNextAsync().AsTask().WaitAsync(Limit)).ShouldBeTrue();

        page.Current.Changed.ShouldBe(Topic.None);
    }

    [Fact]
    public async Task A_page_whose_browser_is_away_is_not_woken_until_it_is_back()
    {
        var away = new Onlooker(pages);
        await away.OnConnectionDownAsync(null!, TestContext.Current.CancellationToken);
        await using var page = Open(Topic.Orders, following => following with { Onlooker = away });
        await using var other = Open(Topic.Orders);
        var (next, others) = (page.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask());
        changes.Publish(Topic.Orders);
        await others.WaitAsync(Limit);
        next.IsCompleted.ShouldBeFalse();

        await away.OnConnectionUpAsync(null!, TestContext.Current.CancellationToken);

        (await next.WaitAsync(Limit)).ShouldBeTrue();
        page.Current.Changed.ShouldBe(Topic.Orders);
    }

    [Fact]
    public async Task More_pages_are_woken_more_seldom_each_and_one_that_nobody_sees_hardly_ever()
    {
        for (var at = 0; at < 50; at++)
            pages.Add();

        // Half a second each; a page that can be heard keeps that pace.
        var unseen = new Onlooker(pages) { IsLooking = false };
        var (all, late, heard) = (await WakesAsync(_ => _), await WakesAsync(f => f with { Onlooker = unseen }), await WakesAsync(f => f with { Onlooker = unseen, EvenUnseen = true }));

        all.ShouldBe([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50]);
        late.ShouldBe([0, 50]);
        heard.ShouldBe(all);

        // Beats one after the other, without the time that they take.
        async Task<List<long>> WakesAsync(Func<Following, Following> set)
        {
            var follower = new Follower(set(new(Topic.Orders, new(pages))));
            var woken = new List<long>();
            var next = follower.WaitAsync(TestContext.Current.CancellationToken).AsTask();
            for (var number = 0; number <= 50; number++)
            {
                follower.Mark(Topic.Orders);
                if (!follower.WakeIfDue(new(), number, pulse.Share))
                    continue;
                await next;
                woken.Add(number);
                next = follower.WaitAsync(TestContext.Current.CancellationToken).AsTask();
            }

            return woken;
        }
    }

    public void Dispose() => pulse.Dispose();

    private IAsyncEnumerator<Wake> Open(Topic topics, Func<Following, Following>? set = null)
    {
        var following = new Following(topics, new(pages));
        return pulse.FollowAsync(set?.Invoke(following) ?? following, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }
}
