using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Dishes that are put together of several: "Box of 12", "Party Platter".</summary>
internal static class Assortments
{
    private static readonly HashSet<string> Words = ["box", "dozen", "platter", "bucket", "assortment", "selection", "assorted", "variety", "sampler"];

    public static bool Contains(string name)
    {
        foreach (var word in Folding.Fold(name).Split([' ', '-', '(', ')']))
        {
            if (Words.Contains(word))
                return true;
        }

        return false;
    }
}
