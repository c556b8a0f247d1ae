namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Kinds of cues that say the same about the intent.</summary>
internal static class CueGroups
{
    public const ulong Ask = 1;
    public const ulong Topic = 2;
    public const ulong Trouble = 4;
    public const ulong Told = 8;
    public const ulong Rude = 16;
    public const ulong Check = 32;
    public const ulong Maybe = 64;
    public const ulong Asked = 128;
    public const ulong Alien = 256;

    /// <summary>Things that a restaurant gives and nobody eats.</summary>
    public static readonly CueSet AboutUs = CueSet.Of(
        CueKind.Price, CueKind.Allergen, CueKind.Availability, CueKind.Hours, CueKind.Delivery, CueKind.Payment, CueKind.Deals, CueKind.Recommend,
        CueKind.Catering, CueKind.Location, CueKind.Booking, CueKind.Status, CueKind.Change, CueKind.Cancel, CueKind.Complaint, CueKind.Refund,
        CueKind.Invoice, CueKind.Contact, CueKind.Checking, CueKind.Thanks, CueKind.Bot, CueKind.Insult, CueKind.Threat, CueKind.WrongNumber);

    private static readonly (CueSet Cues, ulong Group)[] Groups =
    [
        (CueSet.Of(CueKind.Request, CueKind.Imperative, CueKind.Addition), Ask),
        (CueSet.Of(
            CueKind.Price, CueKind.Allergen, CueKind.Nutrition, CueKind.Availability, CueKind.Hours, CueKind.Delivery, CueKind.Payment, CueKind.Deals,
            CueKind.Recommend, CueKind.Catering, CueKind.Location, CueKind.Booking, CueKind.Contact), Topic),
        (CueSet.Of(CueKind.Status, CueKind.Change, CueKind.Cancel, CueKind.Complaint, CueKind.Refund, CueKind.Invoice), Trouble),
        (CueSet.Of(CueKind.Praise, CueKind.Past, CueKind.Plans, CueKind.Story), Told),
        (CueSet.Of(CueKind.Insult, CueKind.Threat, CueKind.Swearing), Rude),
        (CueSet.Of(CueKind.Checking), Check),
        (CueSet.Of(CueKind.Possible), Maybe),
        (CueSet.Of(CueKind.Question), Asked),
        (CueSet.Of(CueKind.Spam, CueKind.WrongNumber, CueKind.Test, CueKind.Machine, CueKind.Bot), Alien),
    ];

    public static ulong Of(CueSet cues)
    {
        var groups = 0UL;
        foreach (var (kinds, group) in Groups)
        {
            if (cues.HasAny(kinds))
                groups |= group;
        }

        return groups;
    }
}
