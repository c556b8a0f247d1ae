namespace Restaurant.Domain.Understanding;

/// <summary>How an intent is called, everywhere.</summary>
public static class IntentWords
{
    /// <summary>As in "seems an order".</summary>
    public static string Noun(Intent intent) => intent switch
    {
        Intent.Order => "an order",
        Intent.Enquiry => "an enquiry",
        Intent.Offensive => "an insult",
        _ => "small talk",
    };

    /// <summary>As the beginning of a sentence.</summary>
    public static string Head(Intent intent) => char.ToUpperInvariant(Noun(intent)[0]) + Noun(intent)[1..];

    /// <summary>One word, as in lists and beside bars.</summary>
    public static string Label(Intent intent) => intent switch
    {
        Intent.Order => "order",
        Intent.Enquiry => "enquiry",
        Intent.Offensive => "offensive",
        _ => "miscellaneous",
    };
}
