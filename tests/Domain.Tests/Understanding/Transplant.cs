using System.Text.RegularExpressions;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>
/// A practice message whose dishes, extras and sizes are all said, said with those of another menu. Its label is known: what was ordered
/// there is ordered here. Which extra fits which dish stays the same, and so do singular and plural, food and drink, with sizes and without.
/// </summary>
internal sealed partial class Transplant
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<RestaurantMenu, HashSet<string>> WordsOf = [];

    private readonly RestaurantMenu menu;
    private readonly string text;
    private readonly IReadOnlyList<ReadLine> lines;
    private readonly List<ReadSpan> spans;
    private readonly List<MenuItem> items;
    private readonly List<(string Name, int Group)> extras;
    private readonly HashSet<string> otherWords;
    private readonly HashSet<string> ownWords;

    private Transplant(RestaurantMenu menu, string text, IReadOnlyList<ReadLine> lines, List<ReadSpan> spans)
    {
        (this.menu, this.text, this.lines, this.spans) = (menu, text, lines, spans);
        items = [.. lines.Select(line => line.Item).Distinct().Select(name => menu.Items.First(item => Same(item.Name, name)))];
        extras = [.. lines.SelectMany(line => line.Modifiers).Select(extra => extra.Modifier.ToLowerInvariant()).Distinct().Select(name => (name, GroupOf(menu, name)))];
        ownWords = WordsOf.GetValue(menu, Words);
        var left = new System.Text.StringBuilder(text);
        foreach (var span in spans)
            left.Remove(span.Start, span.Length).Insert(span.Start, new string(' ', span.Length));
        otherWords = [.. Word().Matches(left.ToString()).Select(match => Bare(match.Value))];
    }

    /// <summary>Null where something is said by another word than the menu's.</summary>
    public static Transplant? From(RestaurantMenu menu, HeldBackMessage message)
    {
        var reading = message.Read();
        var right = message.Readings.FirstOrDefault(right => right.Is(reading));
        if (right is null || right.HasUnmatched || right.Lines.Count == 0 || reading.Mentions.Count > 0)
            return null;
        var text = message.Message.Text;
        var spans = reading.Spans.OrderBy(span => span.Start).ToList();
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].Kind is SpanKind.Mention or SpanKind.Unmatched || (i > 0 && spans[i].Start < spans[i - 1].Start + spans[i - 1].Length))
                return null;
            var said = text.Substring(spans[i].Start, spans[i].Length);
            if (!Latin().IsMatch(said) || Touches(text, spans[i]) || (spans[i].Kind != SpanKind.Dish && !IsCalled(menu, said, spans[i])))
                return null;
        }

        // "The same but …", "with … and … on the side": what that means hangs on what is being exchanged, or set aside.
        if (Undecided().IsMatch(text) || right.Lines.Any(line => line.Modifiers.Count > 1 && line.Modifiers.Any(extra => extra.Action == ModifierAction.Side)))
            return null;

        bool Said(SpanKind kind, string name) => spans.Exists(span => span.Kind == kind && Same(span.Meaning, name));
        foreach (var line in right.Lines)
        {
            if (!Said(SpanKind.Dish, line.Item) || (line.Size is { } size && !Said(SpanKind.Size, size)) || !line.Modifiers.All(extra => Said(SpanKind.Modifier, extra.Modifier)))
                return null;
        }

        bool Ordered(ReadSpan span) => right.Lines.Any(line => span.Kind switch
        {
            SpanKind.Dish => Same(line.Item, span.Meaning),
            SpanKind.Size => line.Size is { } size && Same(size, span.Meaning),
            _ => line.Modifiers.Any(extra => Same(extra.Modifier, span.Meaning)),
        });
        if (!spans.TrueForAll(Ordered))
            return null;

        // A word of the menu that stands for no dish by itself points at one ("the lamb one"): it would point at nothing elsewhere.
        var found = new Transplant(menu, text, right.Lines, spans);
        return found.otherWords.Any(word => (found.ownWords.Contains(word) && !FillsIn().IsMatch(word)) || SizeWord().IsMatch(word)) ? null : found;
    }

    /// <summary>The sentence without its dishes.</summary>
    public string Template => Write(span => span.Kind switch { SpanKind.Dish => "[dish]", SpanKind.Size => "[size]", _ => "[mod]" });

    /// <summary>Null where the other menu has nothing of the same shape, or where words of the sentence are names there.</summary>
    public HeldBackMessage? To(RestaurantMenu other, MenuIndex index, Random chance)
    {
        var words = WordsOf.GetValue(other, Words);
        if (otherWords.Any(word => words.Contains(word) && !ownWords.Contains(word)))
            return null;
        for (var attempt = 0; attempt < 40; attempt++)
        {
            if (Dishes(other, chance) is not { } dishes || Extras(other, dishes, chance) is not { } mods || Sizes(dishes, chance) is not { } sizes)
                continue;
            if (dishes.Exists(dish => mods.Exists(mod => Shares(dish.Name, mod))) || dishes.Exists(dish => sizes.Values.Any(size => Shares(dish.Name, size))))
                continue;
            string Dish(string name) => dishes[items.FindIndex(item => Same(item.Name, name))].Name;
            string Extra(string name) => mods[extras.FindIndex(extra => Same(extra.Name, name))];
            var moved = Write(span => Cased(span, span.Kind switch
            {
                SpanKind.Dish => Numbered(span, Dish(span.Meaning)),
                SpanKind.Size => sizes[span.Meaning.ToLowerInvariant()],
                _ => Numbered(span, Extra(span.Meaning)),
            }));
            var expected = lines.Select(line => line with
            {
                Item = Dish(line.Item),
                Size = line.Size is { } size ? sizes[size.ToLowerInvariant()] : null,
                Modifiers = [.. line.Modifiers.Select(extra => extra with { Modifier = Extra(extra.Modifier) })],
            }).ToList();
            return new(Screener.Screen(Article().Replace(moved, match => match.Groups[1].Value + (match.Groups[3].Success ? "n " : " "))), index, [Intent.Order], [new(expected, false)]);
        }

        return null;
    }

    private static bool Touches(string text, ReadSpan span) =>
        (span.Start > 0 && char.IsLetterOrDigit(text[span.Start - 1])) || (span.Start + span.Length < text.Length && char.IsLetterOrDigit(text[span.Start + span.Length]));

    private static bool IsCalled(RestaurantMenu menu, string said, ReadSpan span) => span.Kind == SpanKind.Size
        ? Same(said, span.Meaning)
        : menu.ModifierGroups.SelectMany(group => group.Modifiers).Where(modifier => Same(modifier.Name, span.Meaning))
            .Any(modifier => modifier.Aliases.Append(modifier.Name).Any(name => Same(said, name) || Same(said, Plural(name))));

    /// <summary>What another dish, extra or size is called, too.</summary>
    private static bool IsShared(RestaurantMenu other, MenuItem item) =>
        other.ModifierGroups.SelectMany(group => group.Modifiers).Any(modifier => modifier.Aliases.Append(modifier.Name).Contains(item.Name, StringComparer.OrdinalIgnoreCase));

    private List<MenuItem>? Dishes(RestaurantMenu other, Random chance)
    {
        var found = new List<MenuItem>();
        foreach (var item in items)
        {
            var drink = KindOf(menu, item) == "drink";
            var fits = other.Items.Where(candidate => !found.Contains(candidate) && PlainName().IsMatch(candidate.Name) && !FillsIn().IsMatch(candidate.Name) && !IsShared(other, candidate)
                && !candidate.Sizes.Any(size => char.IsDigit(size.Name[0])) && (KindOf(other, candidate) == "drink") == drink && IsPlural(candidate.Name) == IsPlural(item.Name)
                && (candidate.Sizes.Count > 0) == (item.Sizes.Count > 0)
                && !found.Exists(taken => Shares(taken.Name, candidate.Name))).ToList();
            if (fits.Count == 0)
                return null;
            found.Add(fits[chance.Next(fits.Count)]);
        }

        return found;
    }

    private List<string>? Extras(RestaurantMenu other, List<MenuItem> dishes, Random chance)
    {
        var (found, groups) = (new List<string>(), new Dictionary<int, int>());
        foreach (var (name, group) in extras)
        {
            var fits = other.ModifierGroups.SelectMany((candidates, at) => candidates.Modifiers.Select(modifier => (modifier.Name, At: at)))
                .Where(candidate => PlainName().IsMatch(candidate.Name) && !FillsIn().IsMatch(candidate.Name) && !Manner().IsMatch(candidate.Name) && GroupOf(other, candidate.Name.ToLowerInvariant()) == candidate.At
                    && (groups.TryGetValue(group, out var known) ? known == candidate.At : !groups.ContainsValue(candidate.At))
                    && !found.Exists(taken => Shares(taken, candidate.Name))
                    && !other.Items.Any(item => item.Aliases.Append(item.Name).Any(called => Same(called, candidate.Name)))
                    && IsPlural(candidate.Name) == IsPlural(name)
                    && Enumerable.Range(0, items.Count).All(i => Allows(menu, items[i], name) == Allows(other, dishes[i], candidate.Name))).ToList();
            if (fits.Count == 0)
                return null;
            var (chosen, chosenGroup) = fits[chance.Next(fits.Count)];
            groups[group] = chosenGroup;
            found.Add(chosen);
        }

        return found;
    }

    private Dictionary<string, string>? Sizes(List<MenuItem> dishes, Random chance)
    {
        var found = new Dictionary<string, string>();
        foreach (var name in lines.Select(line => line.Size?.ToLowerInvariant()).OfType<string>().Distinct())
        {
            var wanting = lines.Where(line => line.Size is { } size && Same(size, name)).Select(line => dishes[items.FindIndex(item => Same(item.Name, line.Item))]).ToList();
            var fits = wanting[0].Sizes.Select(size => size.Name)
                .Where(size => PlainName().IsMatch(size) && !found.ContainsValue(size) && wanting.TrueForAll(dish => dish.Sizes.Any(own => own.Name == size))).ToList();
            if (fits.Count == 0)
                return null;
            found[name] = fits.Find(size => Same(size, name)) ?? fits[chance.Next(fits.Count)];
        }

        return found;
    }

    private string Write(Func<ReadSpan, string> said)
    {
        var (written, at) = (new System.Text.StringBuilder(), 0);
        foreach (var span in spans)
        {
            written.Append(text, at, span.Start - at).Append(said(span));
            at = span.Start + span.Length;
        }

        return written.Append(text, at, text.Length - at).ToString();
    }

    private string Numbered(ReadSpan span, string name) => !IsPlural(text.Substring(span.Start, span.Length)) || IsPlural(span.Meaning) ? name : Plural(name);

    private string Cased(ReadSpan span, string name)
    {
        var said = text.Substring(span.Start, span.Length);
        return !said.Any(char.IsUpper) ? name.ToLowerInvariant() : !said.Any(char.IsLower) ? name.ToUpperInvariant() : name;
    }

    private static string Plural(string name) =>
        IsPlural(name) ? name
        : name.EndsWith("ch", StringComparison.Ordinal) || name.EndsWith("sh", StringComparison.Ordinal) || name.EndsWith('x') ? name + "es"
        : name.EndsWith('y') && !"aeiou".Contains(name[^2]) ? name[..^1] + "ies"
        : name + "s";

    private static bool IsPlural(string name) => name.EndsWith('s');

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static bool Shares(string one, string other) => Word().Matches(one).Select(word => Bare(word.Value)).Intersect(Word().Matches(other).Select(word => Bare(word.Value))).Any();

    private static string Bare(string word) => word.ToLowerInvariant().TrimEnd('s');

    private static HashSet<string> Words(RestaurantMenu menu) =>
    [
        .. menu.Items.SelectMany(item => item.Aliases.Append(item.Name).Concat(item.Sizes.SelectMany(size => size.Aliases.Append(size.Name))))
            .Concat(menu.ModifierGroups.SelectMany(group => group.Modifiers.SelectMany(modifier => modifier.Aliases.Append(modifier.Name))))
            .Concat(menu.Categories.Select(category => category.Name))
            .SelectMany(name => Word().Matches(name).Select(word => Bare(word.Value))),
    ];

    private static int GroupOf(RestaurantMenu menu, string extra) =>
        menu.ModifierGroups.Select((group, at) => (group, at)).First(entry => entry.group.Modifiers.Any(modifier => Same(modifier.Name, extra))).at;

    private static bool Allows(RestaurantMenu menu, MenuItem item, string extra) =>
        menu.ModifierGroups.Any(group => item.ModifierGroups.Contains(group.Name) && group.Modifiers.Any(modifier => Same(modifier.Name, extra)));

    private static string KindOf(RestaurantMenu menu, MenuItem item) => menu.Categories.First(category => category.Items.Contains(item)).Kind;

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\p{IsBasicLatin}\p{IsLatin-1Supplement}]+$")]
    private static partial Regex Latin();

    [GeneratedRegex(@"^[\p{L}' -]+$")]
    private static partial Regex PlainName();

    /// <summary>Names that say something beside the dish: "with", "no", a count, a size.</summary>
    [GeneratedRegex(@"\b(with|and|no|on|the|side|extra|double|triple|single|half|light|add|order|dozen|one|two|three|four|five|six|mini|small|medium|large|regular|plain|of|without|style|house|for|piece|cup|bowl|glass|bottle|can|pot|plate|set|combo)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex FillsIn();

    /// <summary>How a thing is made or served: said otherwise than what is put on it.</summary>
    [GeneratedRegex(@"\b(mild|hot|warm|warmed|toasted|raw|rare|well|done|frozen|white|decaf|dry|spicy|original|iced|scooped|free|grind|fried|grilled|sweet|pot|bun|tortilla)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Manner();

    [GeneratedRegex("^(small|medium|large|big|regular|double|triple|half|halve|single|veg|boost|size|piece|pc|reg|whole)$")]
    private static partial Regex SizeWord();

    [GeneratedRegex(@"\bsame\b|\bstyle\b", RegexOptions.IgnoreCase)]
    private static partial Regex Undecided();

    [GeneratedRegex(@"\b([aA])(n)? (?=([aeiouAEIOU]))?")]
    private static partial Regex Article();
}
