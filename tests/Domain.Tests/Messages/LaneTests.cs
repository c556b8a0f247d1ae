using Restaurant.Domain.Messages;

namespace Restaurant.Domain.Tests.Messages;

public sealed class LaneTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);
    private readonly Lane lane = new();

    [Fact]
    public void Nobody_enters_before_it_is_open_nor_after_it_is_closed()
    {
        lane.Enter(1).ShouldBeNull();
        lane.Open("pump", Lease);
        lane.Enter(1).ShouldNotBeNull().Owner.ShouldBe("pump");
        lane.Close();
        lane.Enter(1).ShouldBeNull();
    }

    [Fact]
    public void It_holds_so_many_until_they_are_done()
    {
        lane.Open("pump", Lease);
        var pass = lane.Enter(8000).ShouldNotBeNull();
        lane.Enter(1).ShouldBeNull("it is full");
        lane.Fill(pass, [Message(1), Message(2)]);
        lane.Enter(7999).ShouldBeNull("two are still in it");
        lane.Enter(7998).ShouldNotBeNull("the places of those that were not leased are free again");
    }

    [Fact]
    public void What_came_in_groups_is_taken_together_and_in_order()
    {
        lane.Open("pump", Lease);
        var filled = 0;
        lane.Filled += () => filled++;
        foreach (var number in (long[])[1, 2, 3])
            lane.Fill(lane.Enter(1)!, [Message(number, $"guest {number}")]);

        filled.ShouldBe(3);
        Numbers(lane.Take(2, out _)).ShouldBe([1, 2]);
        Numbers(lane.Take(2, out _)).ShouldBe([3]);
        lane.Take(2, out _).ShouldBeEmpty();
        lane.IsEmpty.ShouldBeFalse("their work is not done yet");
        lane.Leave(3);
        lane.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Of_very_many_senders_whose_messages_failed_it_is_emptied_once_instead_of_remembering_them_for_good()
    {
        lane.Open("pump", Lease);
        Come(Message(1));
        var first = lane.Take(1, out _);
        for (var thousands = 1; thousands <= 9; thousands++)
        {
            Come([.. Enumerable.Range(0, 1000).Select(at => Message((1000 * thousands) + at, $"guest {thousands} {at}"))]);
            var failed = lane.Take(1000, out _);
            lane.Leave(failed, failed);
            lane.Open("pump", Lease);
        }

        lane.Enter(1).ShouldBeNull("nobody gets in before it is empty");
        lane.Leave(first, []);
        lane.IsEmpty.ShouldBeTrue();
        lane.Open("pump", Lease);
        Come(Message(99_999, "guest 1 1"));
        Numbers(lane.Take(1, out _)).ShouldBe([99_999], "what failed is in the table, and so is what came before this");
    }

    [Fact]
    public void Of_a_sender_who_is_under_way_nothing_is_taken_until_that_is_done_and_then_the_oldest_goes_first()
    {
        lane.Open("pump", Lease);
        Come(Message(1), Message(2, "ben"));
        var first = lane.Take(100, out _);
        Come(Message(3), Message(4, "cid"));
        var second = lane.Take(100, out _);
        Numbers(second).ShouldBe([4], "ann is under way");
        Come(Message(5));

        lane.Waiting.ShouldBe(1);
        lane.Leave(first, []);
        lane.Waiting.ShouldBe(2);
        Come(Message(6, "cid"));
        Numbers(lane.Take(100, out var turnedBack)).ShouldBe([3, 5]);
        turnedBack.ShouldBeEmpty();
        lane.Leave(second, []);
        Numbers(lane.Take(100, out _)).ShouldBe([6]);
    }

    [Fact]
    public void What_follows_a_failure_is_turned_back_until_nobody_is_left_who_came_in_before_it()
    {
        lane.Open("pump", Lease);
        Come(Message(1), Message(2, "ben"));
        var batch = lane.Take(100, out _);
        Come(Message(3), Message(4, "ben"));
        lane.Take(100, out _).ShouldBeEmpty();
        var late = lane.Enter(1).ShouldNotBeNull();
        lane.Leave(batch, [Message(1)]);

        var next = lane.Take(100, out var turnedBack);
        Numbers(next).ShouldBe([4]);
        Numbers(turnedBack).ShouldBe([3]);
        lane.Leave(1);
        lane.Leave(next, []);

        lane.Fill(late, [Message(5)]);
        lane.Take(100, out turnedBack).ShouldBeEmpty();
        Numbers(turnedBack).ShouldBe([5], "it was on its way in when the failure was written");
        lane.Leave(1);

        Come(Message(6));
        Numbers(lane.Take(100, out _)).ShouldBe([6]);
    }

    private void Come(params CustomerMessage[] messages) => lane.Fill(lane.Enter(messages.Length).ShouldNotBeNull(), messages);

    private static IEnumerable<long> Numbers(IEnumerable<CustomerMessage> messages) => messages.Select(message => message.Number);

    private static CustomerMessage Message(long number, string sender = "ann") =>
        new() { Number = number, Channel = "web", ExternalId = $"{number}", Sender = sender, Text = "hello" };
}
