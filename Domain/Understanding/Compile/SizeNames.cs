using System.Globalization;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>The sizes of a menu while it is compiled: each way to write one has a number that all dishes share.</summary>
/// <param name="addName">Makes the words of a size lead to its number.</param>
internal sealed class SizeNames(Action<int, string> addName)
{
    private const int Dozen = 12;
    private readonly Dictionary<string, int> spellings = [];

    public int Count => spellings.Count;

    /// <summary>By what they are an amount of: "#g250". Empty where no dish is sold by amounts.</summary>
    public Dictionary<string, int> ByMeasure { get; } = [];

    public void AddAll(CompiledItem item, IReadOnlyList<MenuSize> sizes)
    {
        for (var index = 0; index < sizes.Count; index++)
        {
            foreach (var text in sizes[index].Aliases.Prepend(sizes[index].Name))
                Add(item, text, index);
        }

        AddFirstWords(item, sizes);
        AddWhole(item, sizes);
        if (item.SizeByClass.Count > 0)
            return;
        AddClasses(item, sizes);
        AddVessels(item, sizes);
    }

    private void Add(CompiledItem item, string text, int index)
    {
        var words = NameWords.Of(text, out _);
        var measure = Measures.In(text);
        if (measure is { } amount)
            AddMeasure(item, amount, index);

        // "0,5 l" is no "L".
        if (words.Count == 0 || (words.Count < 3 && text.AsSpan().ContainsAny(',', '.') && measure is not null))
            return;
        item.SizeBySpelling.TryAdd(IdOf(string.Join(' ', words), text), index);
        if (PiecesIn(item, words) is > 1 and var pieces)
            item.SizeByNumber.TryAdd(pieces, index);
        if (MeasureIn(words) is > 1 and var number)
            item.SizeByMeasure.TryAdd(number, index);
        if (SizeClasses.Of(words) is >= 0 and var sizeClass)
            item.SizeByClass.TryAdd(sizeClass, index);
    }

    private void AddMeasure(CompiledItem item, Measure measure, int index)
    {
        if (!spellings.TryGetValue(measure.Key, out var id))
        {
            spellings.Add(measure.Key, id = spellings.Count);
            ByMeasure.Add(measure.Key, id);
        }

        item.SizeBySpelling.TryAdd(id, index);
        if (measure.Kind is 'g' or Measures.People)
            item.SizeByMeasure.TryAdd(measure.Amount, index);
    }

    // "Whole Pie" is asked for as "whole".
    private void AddFirstWords(CompiledItem item, IReadOnlyList<MenuSize> sizes)
    {
        for (var index = 0; index < sizes.Count; index++)
        {
            if (NameWords.Of(sizes[index].Name, out _) is not [var first, var second] || char.IsAsciiDigit(first[0]) || second == "dozen" || Phrases.For("en").MeaningOf(first) is { Cue: Cue.Quantity } || SizeClasses.Of([first, second]) >= 0 || SizeClasses.Of([first]) >= 0)
                continue;
            var isShared = false;
            for (var other = 0; other < sizes.Count; other++)
                isShared |= other != index && NameWords.Of(sizes[other].Name, out _) is [var begins, ..] && begins == first;
            if (!isShared)
                item.SizeBySpelling.TryAdd(IdOf(first, first), index);
        }
    }

    // "A whole chicken", "medio pollo", where it comes as "Half" and "Full".
    private void AddWhole(CompiledItem item, IReadOnlyList<MenuSize> sizes)
    {
        for (var index = 0; index < sizes.Count; index++)
        {
            var words = NameWords.Of(sizes[index].Name, out _) switch
            {
                ["full" or "whole"] => Whole,
                ["half"] => Half,
                _ => [],
            };
            foreach (var word in words)
                item.SizeBySpelling.TryAdd(IdOf(word, word), index);
        }
    }

    private static readonly string[] Whole = ["whole", "full", "entero", "entera", "entier", "entiere", "ganzes", "ganzer", "ganze", "intero", "intera"];
    private static readonly string[] Half = ["medio", "media", "demi", "halbes", "halber", "halbe", "mezzo", "mezza"];

    // "A small soup", where it comes in a cup and in a bowl.
    private static void AddVessels(CompiledItem item, IReadOnlyList<MenuSize> sizes)
    {
        if (sizes.Count != 2)
            return;
        for (var index = 0; index < 2; index++)
        {
            if (NameWords.Of(sizes[index].Name, out _) is not ["cup" or "tasse" or "taza" or "tazza"] || NameWords.Of(sizes[1 - index].Name, out _) is not ["bowl" or "pot" or "mug" or "kannchen" or "kanne" or "schale" or "bol"])
                continue;
            item.SizeByClass.TryAdd(SizeClasses.Small, index);
            item.SizeByClass.TryAdd(SizeClasses.Large, 1 - index);
        }
    }

    // "The large cola" where it comes in 0.3 and 0.5 litres.
    private static void AddClasses(CompiledItem item, IReadOnlyList<MenuSize> sizes)
    {
        var amounts = new List<(Measure Amount, int Index)>();
        for (var index = 0; index < sizes.Count; index++)
        {
            if (Measures.In(sizes[index].Name) is { IsAmount: true } amount)
                amounts.Add((amount, index));
        }

        if (amounts.Count != sizes.Count || amounts.Count is < 2 or > 3 || amounts.Exists(amount => amount.Amount.Kind != amounts[0].Amount.Kind))
            return;
        amounts.Sort((one, other) => one.Amount.Amount.CompareTo(other.Amount.Amount));
        item.SizeByClass.TryAdd(SizeClasses.Small, amounts[0].Index);
        item.SizeByClass.TryAdd(SizeClasses.Large, amounts[^1].Index);
        if (amounts.Count == 3)
            item.SizeByClass.TryAdd(SizeClasses.Medium, amounts[1].Index);
    }

    // "12", "12 pieces", "a dozen"; "20 holes" of the holes are pieces too.
    private static int PiecesIn(CompiledItem item, List<string> words) => words switch
    {
        ["dozen"] or ["one", "dozen"] => Dozen,
        ["half", "dozen"] => Dozen / 2,
        [var figure] => NumberIn(figure),
        [var figure, var unit] when Measures.UnitOf(unit) is { Kind: Measures.Pieces } || NameWords.Of(item.Item.Name, out _).Contains(unit) => NumberIn(figure),
        _ => 0,
    };

    // The number as it is written in "12 inch", "16 oz" and "33 cl".
    private static int MeasureIn(List<string> words) =>
        words is [var figure, var unit] && Measures.UnitOf(unit) is { Kind: not 'g', Factor: <= 10 } measure && measure.Kind is not (Measures.People or Measures.Pieces) ? NumberIn(figure) : 0;

    private static int NumberIn(string figure) => int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private int IdOf(string spelling, string text)
    {
        if (spellings.TryGetValue(spelling, out var id))
            return id;
        spellings.Add(spelling, id = spellings.Count);
        addName(id, text);
        if (spelling == "regular")
            addName(id, "r");
        return id;
    }
}
