using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>How alike a phrase and a name are, 0 to 1: the share of telling words in common, each word by its letters.</summary>
internal static class Likeness
{
    private const double Alike = 0.6;

    public static double Of(IReadOnlyList<string> spoken, MenuName name, CompiledMenu menu)
    {
        if (spoken.Count == 0)
            return 0;

        var (shared, whole) = (0.0, 0.0);
        foreach (var stem in name.Stems)
        {
            var nearest = spoken.Max(word => Words(Stem.Of(word), menu.Words[stem]));
            shared += nearest >= Alike ? nearest * menu.Weight[stem] : 0;
            whole += menu.Weight[stem];
        }

        // Words of the phrase that the name does not have speak against it.
        var strange = spoken.Count(word => name.Stems.Max(stem => Words(Stem.Of(word), menu.Words[stem])) < Alike);
        return shared / (whole + 0.5 * strange);
    }

    private static double Words(string left, string right) => left == right
        ? 1
        : 1 - (double)EditDistance.Between(left, right) / Math.Max(left.Length, right.Length);
}
