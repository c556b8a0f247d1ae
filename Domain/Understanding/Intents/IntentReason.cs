using System.Globalization;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Says in words what a message was judged by: the phrases that are there, not a number.</summary>
internal static class IntentReason
{
    private static readonly CueSet Asking = CueSet.Of(CueKind.Request, CueKind.Imperative, CueKind.Addition);

    // What may stand in any language by chance.
    private static readonly CueSet Unsaying = CueSet.Of(CueKind.Number, CueKind.Polite, CueKind.Food, CueKind.Without);

    // In the order in which they explain best.
    private static readonly (CueKind Kind, string Words)[] OfEnquiry =
    [
        (CueKind.Checking, "only wants to know"), (CueKind.Cancel, "wants to cancel"), (CueKind.Refund, "wants money back"),
        (CueKind.Complaint, "complains"), (CueKind.Booking, "is about a table"), (CueKind.Status, "asks for an order that exists"),
        (CueKind.Change, "wants an order changed"), (CueKind.Invoice, "asks for an invoice"), (CueKind.Allergen, "asks about allergens or diet"),
        (CueKind.Price, "asks for the price"), (CueKind.Hours, "asks for opening hours"), (CueKind.Delivery, "asks about delivery"),
        (CueKind.Payment, "asks about payment"), (CueKind.Deals, "asks for deals"), (CueKind.Recommend, "asks for advice"),
        (CueKind.Catering, "asks about an event"), (CueKind.Location, "asks about the place"), (CueKind.Availability, "asks what there is"),
        (CueKind.Possible, "asks whether it is possible"), (CueKind.Nutrition, "asks what is in it"), (CueKind.Contact, "wants to talk to us"),
        (CueKind.Question, "asks a question"),
    ];

    private static readonly (CueKind Kind, string Words)[] OfMiscellaneous =
    [
        (CueKind.Spam, "advertises"), (CueKind.WrongNumber, "is meant for somebody else"), (CueKind.Machine, "is code or speaks to a machine"),
        (CueKind.Test, "is a test"), (CueKind.Praise, "praises"), (CueKind.Thanks, "says thanks"), (CueKind.Past, "tells what was"),
        (CueKind.Plans, "tells of plans"), (CueKind.Bot, "talks to a machine"), (CueKind.Greeting, "greets"), (CueKind.Bye, "says goodbye"),
        (CueKind.Ack, "answers briefly"), (CueKind.Story, "tells a story"),
    ];

    private static readonly (CueKind Kind, string Words)[] OfOffensive =
        [(CueKind.Threat, "threatens"), (CueKind.Insult, "insults"), (CueKind.Swearing, "swears")];

    // More strange words than this, and no phrase that we know: it is written in a language that we do not read.
    private const double Unread = 0.6;

    public static bool IsUnread(IntentFeatures features, OrderReading reading) =>
        features.Strange > Unread && features.Found.TrueForAll(cue => cue.Cues.HasAny(Unsaying)) && reading.Lines.Count == 0;

    public static string Of(Intent intent, IntentFeatures features, OrderReading reading) => intent switch
    {
        _ when IsUnread(features, reading) => "most of its words are in a language or spelling that we do not read",
        Intent.Order => OfOrder(features, reading),
        Intent.Enquiry => Find(OfEnquiry, features) ?? "asks for an answer, not for dishes",
        Intent.Offensive => Find(OfOffensive, features) ?? "reads like an insult",
        _ => Find(OfMiscellaneous, features) ?? "asks for nothing",
    };

    private static string OfOrder(IntentFeatures features, OrderReading reading)
    {
        var what = (reading.Lines.Count, reading.Unmatched.Count) switch
        {
            (0, 0) => "something to eat or drink",
            (0, var unknown) => Count(unknown, "thing that is", "things that are") + " not on the menu",
            (var lines, 0) => Count(lines, "dish", "dishes"),
            var (lines, unknown) => $"{Count(lines, "dish", "dishes")} and {Count(unknown, "thing", "things")} not on the menu",
        };
        foreach (var cue in features.Found)
        {
            if (cue.Cues.HasAny(Asking))
                return $"asks \"{features.WordsOf(cue)}\" for {what}";
        }

        return $"names {what} and asks nothing else";
    }

    private static string? Find((CueKind Kind, string Words)[] reasons, IntentFeatures features)
    {
        foreach (var (kind, words) in reasons)
        {
            foreach (var cue in features.Found)
            {
                if (cue.Cues.Has(kind))
                    return $"{words}: \"{features.WordsOf(cue)}\"";
            }
        }

        return null;
    }

    private static string Count(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
