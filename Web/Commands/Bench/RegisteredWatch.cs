using Restaurant.Domain.Live;
using Restaurant.Pipeline.Messages;

namespace Restaurant.Web.Commands.Bench;

/// <summary>Times one message on an idle program, from an act to the commit of its registration.</summary>
internal sealed class RegisteredWatch(IServiceProvider services)
{
    private readonly BatchWork work = services.GetRequiredService<BatchWork>();
    private readonly ChangeFeed changes = services.GetRequiredService<ChangeFeed>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    public async Task<double> TimeAsync(Func<Task> act, CancellationToken cancellationToken)
    {
        var before = work.Registered;
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var signals = changes.WatchAsync(Topic.Messages, over.Token, TimeSpan.Zero, TimeSpan.FromMilliseconds(1)).GetAsyncEnumerator(over.Token);
        var next = signals.MoveNextAsync();
        var start = clock.GetTimestamp();
        await act();
        while (work.Registered == before)
        {
            await next;
            next = signals.MoveNextAsync();
        }

        var took = clock.GetElapsedTime(start).TotalMilliseconds;
        await over.CancelAsync();
        await ((Task)next.AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return took;
    }
}
