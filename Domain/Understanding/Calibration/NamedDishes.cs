using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>The dishes in the order of the words, to see whether one that is named again is one more or the same.</summary>
internal sealed class NamedDishes
{
    // A count is a dish's own when so few words stand between them: "two large iced".
    private const int Near = 4;

    private static readonly HashSet<string> Known = ["the", "that", "la", "le", "les", "el", "los", "las", "die", "der", "den", "das", "il", "lo"];

    private readonly List<string> named = [];
    private int sinceCount = Near + 1;

    /// <summary>Named again behind "the".</summary>
    public int Pointed { get; private set; }

    /// <summary>Named again without a count.</summary>
    public int Uncounted { get; private set; }

    /// <summary>One word or phrase further.</summary>
    public void Step() => sinceCount++;

    public void Count() => sinceCount = 0;

    public void Break() => sinceCount = Near + 1;

    public void Name(List<Token> tokens, int at, string dish)
    {
        if (named.Contains(dish))
        {
            Pointed += (at > 0 && Known.Contains(tokens[at - 1].Key)) || (at > 1 && tokens[at - 2].Key is "the") ? 1 : 0;
            Uncounted += sinceCount > Near ? 1 : 0;
        }
        else
        {
            named.Add(dish);
        }

        Break();
    }
}
