namespace Restaurant.Domain.Understanding;

/// <summary>What the sender wants from us.</summary>
public enum Intent
{
    /// <summary>Asks us now to make or bring specific things.</summary>
    Order,

    /// <summary>Needs an answer or an action other than putting things on the ticket.</summary>
    Enquiry,

    /// <summary>Neither: thanks, small talk, spam, meaningless text.</summary>
    Miscellaneous,

    /// <summary>Insults or threats without a request.</summary>
    Offensive,
}
