namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>What a word that is not on the menu does in a sentence about food.</summary>
internal enum Cue : byte
{
    /// <summary>Ordinary language that asks for nothing: it ends the phrase before it.</summary>
    Common,

    /// <summary>Courtesy and fillers: they stand anywhere and change nothing.</summary>
    Filler,

    /// <summary>Says how a thing is, not which one: hot, fresh, nice, melted.</summary>
    Descriptor,

    /// <summary>Names the kind of a thing already named: combo, dessert, dish.</summary>
    Generic,

    /// <summary>A cup of, a side order of, two pumps of.</summary>
    Container,

    Article,
    Quantity,

    /// <summary>"times two": a count that says so itself.</summary>
    Times,
    Size,
    Request,
    With,
    And,
    Or,
    But,

    /// <summary>For me, for my son: the next words are another person's.</summary>
    ForPerson,
    For,

    Remove,
    Extra,
    Light,
    RemoveAfter,
    ExtraAfter,
    LightAfter,
    SideAfter,
    SideOf,

    InsteadOf,
    InsteadOfAfter,

    /// <summary>Swap X for Y: X goes, Y comes.</summary>
    Swap,

    /// <summary>Substitute X for Y: X comes, Y goes.</summary>
    Substitute,

    Both,
    All,
    OfThem,

    /// <summary>Half (of them): a share of the newest line, or one side of a dish.</summary>
    Half,

    /// <summary>"ham on one": what was just named is for one of several.</summary>
    OnOne,
    OnTheOther,

    /// <summary>"ice in one and none in the other": what was just named is left out of the rest.</summary>
    OnNone,

    /// <summary>"jam on neither": what was just named is left out of all.</summary>
    Neither,
    OnThe,

    /// <summary>"half of each": a share of several lines.</summary>
    OneOfEach,

    /// <summary>"large and small respectively": the list before gives each of several its own.</summary>
    Respectively,

    /// <summary>"two of each": so many of every dish that was named.</summary>
    OfEach,

    /// <summary>"same for both of us": what comes is wanted twice.</summary>
    BothOfUs,
    Rest,
    SameAgain,

    /// <summary>"what Jo's having": what a list says under another name.</summary>
    AsOther,
    AnotherOne,

    Correction,
    MakeThat,
    Cancel,
    That,
    LastOne,
    Everything,

    /// <summary>"one as it comes": nothing is said of it.</summary>
    AsItComes,

    Question,
    Story,
    Topic,

    /// <summary>Something, anything: a thing the menu cannot settle.</summary>
    Vague,

    /// <summary>A food the menu may or may not have.</summary>
    Food,
}
