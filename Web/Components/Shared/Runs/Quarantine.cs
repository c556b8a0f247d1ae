using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>Whose words nobody sees unasked: insults, muted senders, and what looks like an insult before it is decided.</summary>
public static class Quarantine
{
    public static bool Hides(CustomerMessage message) => message switch
    {
        { Outcome: MessageOutcome.Offensive or MessageOutcome.Muted } => true,
        { Intent: Intent.Offensive } => true,
        { Outcome: null } => Screener.Screen(message.Text).Flags.Contains(ScreenFlags.Insult),
        _ => false,
    };
}
