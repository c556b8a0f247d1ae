using Microsoft.Extensions.Hosting;

namespace Restaurant.Pipeline;

internal static class Answering
{
    /// <summary>Until the program answers: what nobody waits for begins then, so that it does not take the processor from those who do.</summary>
    public static async Task AnswersAsync(this IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(() => answering.TrySetResult()))
            await answering.Task.WaitAsync(cancellationToken);
    }
}
