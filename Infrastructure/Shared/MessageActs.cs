using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;

namespace Restaurant.Infrastructure.Shared;

internal static class MessageActs
{
    /// <summary>The inbox shows what a message became in the end; its run keeps what was understood at first.</summary>
    public static async Task DecideMessageAsync(
        this Act act, long number, MessageOutcome outcome, Intent intent, string summary, CancellationToken cancellationToken)
    {
        if (await act.Database.Messages.SingleOrDefaultAsync(message => message.Number == number, cancellationToken) is not { } message)
            return;
        (message.Outcome, message.Intent, message.Summary) = (outcome, intent, summary);
        act.Touch(Topic.Messages);
    }
}
