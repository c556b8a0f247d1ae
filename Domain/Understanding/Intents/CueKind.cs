namespace Restaurant.Domain.Understanding.Intents;

/// <summary>What a phrase says a message is about. The names are those of cues.txt.</summary>
internal enum CueKind
{
    Request, Imperative, Addition, Polite, Possible,
    Price, Allergen, Nutrition, Availability, Hours, Delivery, Payment, Deals, Recommend, Catering, Location, Booking,
    Status, Change, Cancel, Complaint, Refund, Invoice, Contact, Checking, Question,
    Thanks, Greeting, Bye, Ack, Praise, Past, Plans, Story, Spam, WrongNumber, Test, Machine, Bot,
    Insult, Threat, Swearing, Address,
    Food, Number, Without,

    /// <summary>Says which of several, or takes something back: where readings go wrong.</summary>
    Scope,
}

/// <summary>Several kinds at once: one bit each.</summary>
internal readonly record struct CueSet(ulong Bits)
{
    public static CueSet None => default;

    public bool IsEmpty => Bits == 0;

    public static CueSet Of(params ReadOnlySpan<CueKind> kinds)
    {
        var bits = 0UL;
        foreach (var kind in kinds)
            bits |= 1UL << (int)kind;
        return new(bits);
    }

    public bool Has(CueKind kind) => (Bits & (1UL << (int)kind)) != 0;

    public bool HasAny(CueSet other) => (Bits & other.Bits) != 0;

    public static CueSet operator |(CueSet left, CueSet right) => new(left.Bits | right.Bits);
}
