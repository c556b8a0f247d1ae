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
        var pass = lane.Enter(4000).ShouldNotBeNull();
        lane.Enter(1).ShouldBeNull("it is full");
        lane.Fill(pass, [Message(1), Message(2)]);
        lane.Enter(3999).ShouldBeNull("two are still in it");
        lane.Enter(3998).ShouldNotBeNull("the places of those that were not leased are free again");
    }

    [Fact]
    public void What_came_in_groups_is_taken_together_and_in_order()
    {
        lane.Open("pump", Lease);
        var filled = 0;
        lane.Filled += () => filled++;
        foreach (var number in (long[])[1, 2, 3])
            lane.Fill(lane.Enter(1)!, [Message(number)]);

        filled.ShouldBe(3);
        lane.Take(2).Select(message => message.Number).ShouldBe([1, 2]);
        lane.Take(2).Select(message => message.Number).ShouldBe([3]);
        lane.Take(2).ShouldBeEmpty();
        lane.IsEmpty.ShouldBeFalse("their work is not done yet");
        lane.Leave(3);
        lane.IsEmpty.ShouldBeTrue();
    }

    private static CustomerMessage Message(long number) =>
        new() { Number = number, Channel = "web", ExternalId = $"{number}", Sender = "ann", Text = "hello" };
}
