using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Messages;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class WaitingDeliveriesTests
{
    private const int Many = 100;
    private readonly WaitingDeliveries waiting = new(2);

    [Fact]
    public void A_writer_is_started_for_each_of_the_first_and_none_beyond_them() =>
        new[] { Of("ann"), Of("bob"), Of("cem") }.Select(waiting.Add).ShouldBe([true, true, false]);

    [Fact]
    public void A_senders_messages_are_with_one_writer_at_a_time_and_others_go_past_them()
    {
        var (first, both, third, other) = (Of("ann"), Of("ann", "bob"), Of("bob"), Of("cem"));
        waiting.Add(first);
        var one = waiting.Take(Many, null);
        one.ShouldBe([first]);
        waiting.Add(both);
        waiting.Add(third);
        waiting.Add(other);

        // Bob's second message waits too, because his first does.
        waiting.Take(Many, null).ShouldBe([other]);
        waiting.Take(Many, one).ShouldBe([both, third]);
    }

    [Fact]
    public void Where_nobody_writes_only_so_much_waits_and_the_rest_is_told_to_come_again()
    {
        for (var count = 0; count < WaitingDeliveries.Most; count += Many)
            waiting.Add(Of([.. Enumerable.Range(count, Many).Select(at => $"guest {at}")]));
        Should.Throw<InboxFullException>(() => waiting.Add(Of("ann")));

        waiting.Take(Many, null).Count.ShouldBe(1);
        waiting.Add(Of("ann")).ShouldBeFalse();
    }

    [Fact]
    public void What_a_writer_leaves_behind_when_it_ends_the_other_takes()
    {
        var (first, second) = (Of("ann"), Of("ann"));
        waiting.Add(first);
        var one = waiting.Take(Many, null);
        waiting.Add(second).ShouldBeTrue();
        waiting.Take(Many, null).ShouldBeEmpty();

        waiting.Take(Many, one).ShouldBe([second]);
        waiting.Take(Many, [second]).ShouldBeEmpty();
        waiting.Add(Of("ann")).ShouldBeTrue();
    }

    [Fact]
    public void A_second_writer_starts_when_as_many_wait_as_are_worth_a_commit()
    {
        waiting.Add(Of("ann", "bob", "cem"));
        var one = waiting.Take(Many, null);
        waiting.Add(Of("dan")).ShouldBeFalse();
        waiting.Add(Of("eve")).ShouldBeTrue();
        one.Count.ShouldBe(1);
    }

    [Fact]
    public void A_writer_ends_where_fewer_wait_than_are_worth_a_commit_and_the_other_takes_them()
    {
        var (few, many, late) = (Of("ann"), Of("bob", "cem", "dan"), Of("eve"));
        waiting.Add(few);
        waiting.Take(Many, null);
        waiting.Add(many).ShouldBeTrue();
        waiting.Take(Many, null);
        waiting.Add(late);

        waiting.Take(Many, [few]).ShouldBeEmpty();
        waiting.Take(Many, [many]).ShouldBe([late]);
        waiting.Take(Many, [late]).ShouldBeEmpty();
        waiting.Add(Of("ann")).ShouldBeTrue();
    }

    [Fact]
    public void Who_comes_during_a_long_commit_does_not_wait_for_its_end()
    {
        waiting.Add(Of([.. Enumerable.Range(0, WaitingDeliveries.Quick + 1).Select(at => $"guest {at}")]));
        waiting.Take(Many, null);
        waiting.Add(Of("ann")).ShouldBeTrue();
    }

    [Fact]
    public void A_group_ends_when_it_holds_enough()
    {
        var deliveries = new[] { Of("ann", "bob"), Of("cem"), Of("dan") };
        foreach (var delivery in deliveries)
            waiting.Add(delivery);

        waiting.Take(3, null).ShouldBe(deliveries[..2]);
        waiting.Take(3, deliveries[..2]).ShouldBe(deliveries[2..]);
    }

    private static Delivery Of(params string[] senders) =>
        new([.. senders.Select(sender => new NewMessage("web", Guid.NewGuid().ToString(), sender, "one tea", DateTimeOffset.UnixEpoch))]);
}
