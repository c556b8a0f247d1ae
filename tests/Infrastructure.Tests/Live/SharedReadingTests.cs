using Restaurant.Infrastructure.Live;

namespace Restaurant.Infrastructure.Tests.Live;

public sealed class SharedReadingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private readonly Queue<TaskCompletionSource<int>> begun = new();
    private readonly SemaphoreSlim begins = new(0);
    private readonly SharedReading<int> shared;

    public SharedReadingTests() => shared = new(_ =>
    {
        var reading = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        begun.Enqueue(reading);
        begins.Release();
        return reading.Task;
    });

    [Fact]
    public async Task Who_asks_while_one_reads_gets_the_next_reading_and_shares_it()
    {
        var first = Ask();
        var reading = await BegunAsync();
        var late = Enumerable.Range(0, 50).Select(_ => Ask()).ToList();

        reading.SetResult(1);
        (await first).ShouldBe(1);
        (await BegunAsync()).SetResult(2);

        (await Task.WhenAll(late).WaitAsync(Limit)).ShouldAllBe(answer => answer == 2);
        begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reading_that_fails_is_told_to_those_who_asked_for_it_and_to_nobody_else()
    {
        var first = Ask();
        var reading = await BegunAsync();
        var late = Ask();

        reading.SetException(new InvalidOperationException("away"));
        await Should.ThrowAsync<InvalidOperationException>(first);
        (await BegunAsync()).SetResult(2);

        (await late).ShouldBe(2);
    }

    [Fact]
    public async Task Who_leaves_does_not_take_the_answer_from_the_others()
    {
        using var leaving = new CancellationTokenSource();
        var first = Ask();
        var reading = await BegunAsync();

        // Both for the next reading, whichever of them asks first.
        var left = shared.AskAsync(leaving.Token);
        var stays = Ask();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(left);
        reading.SetResult(1);
        (await first).ShouldBe(1);
        (await BegunAsync()).SetResult(2);

        (await stays).ShouldBe(2);
    }

    private Task<int> Ask() => shared.AskAsync(TestContext.Current.CancellationToken).WaitAsync(Limit);

    private async Task<TaskCompletionSource<int>> BegunAsync()
    {
        (await begins.WaitAsync(Limit)).ShouldBeTrue();
        return begun.Dequeue();
    }
}
