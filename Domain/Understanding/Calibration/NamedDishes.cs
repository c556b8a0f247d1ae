using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>The dishes in the order of the words, to see whether one that is named again is one more or the same.</summary>
internal sealed class NamedDishes
{
    // A count is a dish's own when so few words stand between them: "two large iced".
    private const int Near = 4;

    private readonly List<string> named = [];
    private int sinceCount = Near + 1;

    /// <summary>Named again behind "the".</summary>
    public int Pointed { get; private set; }

    /// <summary>Named again without a count.</summary>
    public int Uncounted { get; private set; }

    public void Clear()
    {
        named.Clear();
        (sinceCount, Pointed, Uncounted) = (Near + 1, 0, 0);
    }

    /// <summary>One word or phrase further.</summary>
    public void Step() => sinceCount++;

    public void Count() => sinceCount = 0;

    public void Break() => sinceCount = Near + 1;

    /// <returns>The figure that this name makes worse; null where it makes none.</returns>
    public string? Name(List<Token> tokens, int at, string dish)
    {
        var isUncounted = sinceCount > Near;
        Break();
        if (!named.Contains(dish))
        {
            named.Add(dish);
            return null;
        }

        var isPointed = (at > 0 && (tokens[at - 1].Key == "that" || Articles.Definite.Contains(tokens[at - 1].Key))) || (at > 1 && tokens[at - 2].Key is "the");
        Pointed += isPointed ? 1 : 0;
        Uncounted += isUncounted ? 1 : 0;
        return isPointed ? "pointed" : isUncounted ? "uncounted" : null;
    }
}
