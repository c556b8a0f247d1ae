using Restaurant.Domain.Messages;
using Restaurant.Pipeline.Messages;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Messages;

public sealed class LookoutTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly CustomerMessage Found = new() { Channel = "web", ExternalId = "1", Sender = "ann", Text = "one soup" };
    private readonly FakeClock clock = new();

    [Fact]
    public void In_a_stream_one_look_finds_what_comes_due_within_a_moment()
    {
        var lookout = new Lookout(clock, new());
        var looks = 0;
        for (var at = 0; at < 1000; at++)
        {
            // A message is stored, a turn ends and a batch is over, each a thousand times a second.
            lookout.Signalled();
            lookout.BatchEnded();
            if (lookout.IsDue)
            {
                looks++;
                lookout.Looks();
                lookout.Saw(new([Found], NextDue: clock.GetUtcNow() + Tick));
            }

            clock.Advance(Tick);
        }

        looks.ShouldBe(25);
    }

    [Fact]
    public void Who_rests_waits_until_the_rest_is_over_and_not_in_small_steps()
    {
        var lookout = new Lookout(clock, new());
        lookout.Looks();
        lookout.Saw(new([Found], NextDue: clock.GetUtcNow() + Tick));
        lookout.Signalled();

        lookout.IsDue.ShouldBeFalse();
        clock.Advance(lookout.Wait);
        lookout.IsDue.ShouldBeTrue();
    }

    [Fact]
    public void After_a_look_that_found_nothing_a_signal_is_followed_at_once()
    {
        var lookout = new Lookout(clock, new());
        lookout.Looks();
        lookout.Saw(new([]));
        lookout.IsDue.ShouldBeFalse();

        lookout.Signalled();

        lookout.IsDue.ShouldBeTrue();
    }

    [Fact]
    public void Where_more_waits_nobody_rests()
    {
        var lookout = new Lookout(clock, new());
        lookout.Looks();
        lookout.Saw(new([Found], More: true));

        lookout.IsDue.ShouldBeTrue();
    }
}
