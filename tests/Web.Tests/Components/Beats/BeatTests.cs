using Restaurant.Web.Components.Beats;

namespace Restaurant.Web.Tests.Components.Beats;

public sealed class BeatTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private int reads;

    [Fact]
    public async Task Pages_with_the_same_look_read_once_in_a_beat()
    {
        var beat = new Beat();
        var seen = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => InAsync(beat, "board")));

        seen.ShouldAllBe(number => number == 1);
        (await InAsync(beat, "another look")).ShouldBe(2);
        (await InAsync(new Beat(), "board")).ShouldBe(3);
    }

    [Fact]
    public async Task What_a_person_did_is_read_alone()
    {
        var beat = new Beat();
        await InAsync(beat, "board");

        (await ReadAsync("board")).ShouldBe(2);
    }

    [Fact]
    public async Task What_began_in_a_beat_and_lives_on_does_not_go_on_reading_in_it()
    {
        var ended = new TaskCompletionSource();
        var later = Task.FromResult(0);
        await new Beat().DuringAsync(async () =>
        {
            await ReadAsync("board");
            later = LaterAsync(ended.Task);
        });
        ended.SetResult();

        (await later).ShouldBe(2);
    }

    [Fact]
    public async Task Who_leaves_does_not_take_the_rows_from_the_others()
    {
        using var leaving = new CancellationTokenSource();
        var (beat, rows) = (new Beat(), new TaskCompletionSource<int>());
        var left = Ask(leaving.Token);
        var stays = Ask(TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left.WaitAsync(Limit));
        rows.SetResult(7);

        (await stays.WaitAsync(Limit)).ShouldBe(7);

        async Task<int> Ask(CancellationToken cancellationToken)
        {
            var seen = 0;
            await beat.DuringAsync(async () => seen = await Beat.ShareAsync("board", _ => rows.Task, cancellationToken));
            return seen;
        }
    }

    [Fact]
    public async Task Who_tries_again_after_a_failure_reads_again()
    {
        var beat = new Beat();
        await Should.ThrowAsync<InvalidOperationException>(() => beat.DuringAsync(
            () => Beat.ShareAsync<int>("board", _ => Task.FromException<int>(new InvalidOperationException("away")), CancellationToken.None)));

        // Whoever asks next may still be told of the failure; who asks after that is not.
        await Record.ExceptionAsync(() => InAsync(beat, "board"));

        (await InAsync(beat, "board")).ShouldBe(1);
    }

    private async Task<int> InAsync(Beat beat, string look)
    {
        var seen = 0;
        await beat.DuringAsync(async () => seen = await ReadAsync(look));
        return seen;
    }

    private async Task<int> LaterAsync(Task ended)
    {
        await ended;
        return await ReadAsync("board");
    }

    private Task<int> ReadAsync(string look) => Beat.ShareAsync(look, _ => Task.FromResult(Interlocked.Increment(ref reads)), TestContext.Current.CancellationToken);
}
