using Restaurant.Domain.Live;
using Restaurant.Domain.Runs;
using Restaurant.Pipeline.Live;

namespace Restaurant.Pipeline.Tests.Live;

public sealed class RunBoardTests
{
    private static readonly RunStep Parse = new("Parse", StepOutcome.Continued, "2 items", 10, 100);

    [Fact]
    public void A_run_is_seen_while_it_lasts_and_gone_when_it_ends()
    {
        var board = new RunBoard(new(TimeProvider.System), TimeProvider.System);

        using (var run = board.Begin(7))
        {
            run.Starting("Parse");
            board.Find(7)!.Current!.Value.Step.ShouldBe("Parse");
            run.Finished(Parse);
            board.Find(7)!.Done.ShouldBe([Parse]);
            board.Find(7)!.Current.ShouldBeNull();
        }

        board.Find(7).ShouldBeNull();
    }

    [Fact]
    public void A_second_run_of_a_message_outlives_the_end_of_the_first()
    {
        var board = new RunBoard(new(TimeProvider.System), TimeProvider.System);
        var first = board.Begin(7);
        using var second = board.Begin(7);

        first.Dispose();

        board.Find(7).ShouldBe(second);
    }

    [Fact]
    public async Task Viewers_are_woken_when_a_run_begins()
    {
        var changes = new ChangeFeed(TimeProvider.System);
        await using var woken = changes.WatchAsync(Topic.Messages, TestContext.Current.CancellationToken).GetAsyncEnumerator();
        var next = woken.MoveNextAsync().AsTask();

        using var run = new RunBoard(changes, TimeProvider.System).Begin(7);

        (await next.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeTrue();
    }
}
