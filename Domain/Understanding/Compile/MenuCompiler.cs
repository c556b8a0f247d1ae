using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>Turns a menu into the tables that the parser looks up.</summary>
internal sealed class MenuCompiler
{
    private readonly Vocabulary words = new();
    private readonly WordTrie<NamesHere> trie = new();
    private readonly List<MenuName> itemNames = [];
    private readonly List<int[]> spoken = [];
    private readonly Dictionary<string, int[]> joined = [];
    private readonly SizeNames sizes;
    private readonly List<CompiledItem> items = [];
    private readonly List<CompiledModifier> modifiers = [];
    private readonly Dictionary<int, int> itemByNumber = [];
    private readonly Dictionary<string, int> itemByCode = [];
    private readonly List<(int Id, MenuName Name)> hiddenNames = [];
    private NumberedNames numbered = NumberedNames.None;
    private SharedNames shared = null!;

    private MenuCompiler() => sizes = new((id, text) => AddName(NameKind.Size, id, text, isAlias: false));

    public static CompiledMenu Compile(RestaurantMenu menu) => new MenuCompiler().Run(menu);

    private CompiledMenu Run(RestaurantMenu menu)
    {
        shared = SharedNames.Of(menu);
        var groups = AddModifiers(menu);
        numbered = NumberedNames.Of(menu);
        foreach (var category in menu.Categories)
        {
            HashSet<string> stems = [.. NameWords.Of(category.Name, out _).Select(Stem.Of)];
            foreach (var item in category.Items)
                AddItem(item, category.Kind, stems, groups);
        }

        foreach (var item in items)
        {
            AddOwnWords(item);
            item.Halves = HalfNames.Of(item, modifiers, itemNames, words);
        }

        foreach (var here in trie.Values)
            here.Settle(words);
        ClassWords.Find(items, words, itemNames);

        var only = new OnlyOnes(items, modifiers, sizes.Count);
        var weights = Weights();
        var itemNamesWith = Postings(itemNames.SelectMany((name, id) => name.Stems.Select(stem => (stem, id))));
        return new()
        {
            RestaurantStems = [.. NameWords.Of(menu.Restaurant, out _).Select(Stem.Of)],
            Words = words,
            Names = trie,
            Items = [.. items],
            Modifiers = [.. modifiers],
            OnlyItemWith = [.. modifiers.Select((_, modifier) => only.ItemWith(modifier))],
            OnlyItemInSize = only.ItemInSize(),
            ExtrasEndingIn = only.KindsOfExtras(words.Count),
            ItemNames = [.. itemNames],
            ItemByNumber = itemByNumber,
            ItemByCode = itemByCode,
            SizeByMeasure = sizes.ByMeasure,
            ItemNamesWith = itemNamesWith,
            ModifiersWith = Postings(modifiers.SelectMany((modifier, id) => modifier.Names.SelectMany(name => name.Stems).Select(stem => (stem, id)))),
            Weight = weights,
            ItemNameWeight = [.. itemNames.Select(name => name.Stems.Sum(stem => weights[stem]))],
            Letters = [.. words.Stems.Select(Likeness.LettersOf)],
            Alone = [.. Enumerable.Range(0, words.Count).Select(stem => new[] { stem })],
            Joined = joined,
            OtherEndings = OtherEndings.Of(words, itemNames),
            SameFood = new(words),
            OtherNames = SameFoodLinks.OfAliases(words, itemNames.Concat(modifiers.SelectMany(modifier => modifier.Names))),
            SamePhrases = new(words, spoken, itemNamesWith),
            Katakana = new(() => new(words, itemNames.Concat(modifiers.SelectMany(modifier => modifier.Names)))),
            Typos = new(words),
        };
    }

    private Dictionary<string, List<int>> AddModifiers(RestaurantMenu menu)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var group = 0; group < menu.ModifierGroups.Count; group++)
        {
            var members = groups[menu.ModifierGroups[group].Name] = [];
            var kind = menu.ModifierGroups[group].Modifiers.Count > 1 ? NameWords.Of(menu.ModifierGroups[group].Name, out _) is [.., var last] ? Stem.Of(last) : "" : "";
            string[] names = [.. menu.ModifierGroups[group].Modifiers.Select(modifier => Folding.Fold(modifier.Name))];
            foreach (var modifier in menu.ModifierGroups[group].Modifiers)
            {
                var compiled = new CompiledModifier(modifier, group, modifiers.Count) { Kind = kind, IsChoice = ChoiceWords.Contains(kind), Degree = Degrees.Of(Folding.Fold(modifier.Name), names) };
                foreach (var text in modifier.Aliases.Prepend(modifier.Name).Concat(shared.OfModifier(modifier)))
                {
                    if (AddName(NameKind.Modifier, modifiers.Count, text, text != modifier.Name) is { } name)
                        compiled.Names.Add(name);
                }

                compiled.Names.AddRange(hiddenNames.Where(hidden => hidden.Id == modifiers.Count).Select(hidden => hidden.Name));
                hiddenNames.Clear();
                members.Add(modifiers.Count);
                modifiers.Add(compiled);
            }
        }

        return groups;
    }

    private void AddItem(MenuItem item, string kind, HashSet<string> category, Dictionary<string, List<int>> groups)
    {
        HashSet<string> named = [.. item.Aliases.Prepend(item.Name).SelectMany(DishKinds.Of)];
        var compiled = new CompiledItem(item, kind, items.Count) { CategoryStems = category, NamedKinds = named, KindStems = [.. ClassWords.KindsOf(category, item.ModifierGroups), .. named], GroupStems = [.. item.ModifierGroups.SelectMany(group => NameWords.Of(group, out _)).Select(Stem.Of)] };
        if (numbered.NumberOf(item.Name) is { } number)
            itemByNumber.TryAdd(number, items.Count);
        if (numbered.CodeOf(item.Name) is { } code)
            itemByCode.TryAdd(code, items.Count);
        foreach (var text in item.Aliases.Prepend(item.Name).Concat(shared.OfItem(item)))
        {
            if (text != item.Name && NumberedNames.NumberIn(text) is { } alone)
            {
                itemByNumber.TryAdd(alone, items.Count);
                continue;
            }

            if (AddName(NameKind.Item, items.Count, numbered.WithoutNumber(text), text != item.Name) is not { } name)
                continue;
            if (compiled.Head < 0)
                compiled.Head = name.Head;
            itemNames.Add(name);
            compiled.NameStems.UnionWith(name.Stems);
        }

        foreach (var group in item.ModifierGroups)
        {
            if (groups.TryGetValue(group, out var members))
                compiled.Modifiers.UnionWith(members);
        }

        sizes.AddAll(compiled, item.Sizes);
        items.Add(compiled);
    }

    private MenuName? AddName(NameKind kind, int id, string text, bool isAlias)
    {
        var parts = NameWords.Of(text, out var head);
        if (parts.Count == 0)
            return null;
        if (kind != NameKind.Size && Compounds.Apart(parts) is { } apart)
            AddHidden(kind, id, text, apart);
        return AddName(kind, id, text, isAlias, parts, head);
    }

    // "Knoblauchsoße" is asked for as "garlic sauce".
    private void AddHidden(NameKind kind, int id, string text, List<string> parts)
    {
        var name = AddName(kind, id, text, isAlias: true, parts, parts.Count - 1);
        if (kind == NameKind.Item)
            itemNames.Add(name);
        else
            hiddenNames.Add((id, name));
    }

    private MenuName AddName(NameKind kind, int id, string text, bool isAlias, List<string> parts, int head)
    {

        var stems = new int[parts.Count];
        var node = WordTrie.Root;
        for (var i = 0; i < parts.Count; i++)
            node = trie.Grow(node, stems[i] = words.Add(parts[i]));

        var here = trie.At(node);
        if (here is null)
            trie.Put(node, here = new(stems));
        var name = new MenuName(kind, id, text, isAlias, stems, stems[head], string.Join(' ', parts));
        if (!here.Of(kind).Exists(other => other.Id == id))
            here.Of(kind).Add(name);
        spoken.Add(stems);
        AddJoined(parts, stems);
        return name;
    }

    private void AddJoined(List<string> parts, int[] stems)
    {
        for (var i = 0; i + 1 < parts.Count; i++)
            joined.TryAdd(Stem.Of(parts[i] + parts[i + 1]), [stems[i], stems[i + 1]]);
        if (parts.Count > 2)
            joined.TryAdd(Stem.Of(string.Concat(parts)), stems);
        AddInitials(parts, stems);
    }

    // "BEC" for Bacon Egg and Cheese, "BYO bowl".
    private void AddInitials(List<string> parts, int[] stems)
    {
        const int fewest = 3;
        for (var count = fewest; count <= parts.Count; count++)
        {
            var initials = string.Concat(parts.Take(count).Select(part => part[0]));
            if (initials.All(char.IsAsciiLetter) && Phrases.For("en").MeaningOf(initials) is null && !SameFood.Knows(initials))
                joined.TryAdd(initials, stems[..count]);
        }
    }

    private void AddOwnWords(CompiledItem item)
    {
        item.OwnKinds = OtherKinds.Of(item.NameStems.Select(stem => words[stem]));
        foreach (var text in item.Item.Ingredients.Append(item.Item.Description).Append(item.Item.Name))
        {
            foreach (var word in NameWords.Of(text, out _))
            {
                if (words.Find(word) is >= 0 and var stem)
                    item.OwnStems.Add(stem);
            }
        }
    }

    private int[][] Postings(IEnumerable<(int Stem, int Id)> pairs)
    {
        var lists = new List<int>?[words.Count];
        foreach (var (stem, id) in pairs)
        {
            var list = lists[stem] ??= [];
            if (list.Count == 0 || list[^1] != id)
                list.Add(id);
        }

        return [.. lists.Select(list => list is null ? [] : list.ToArray())];
    }

    private double[] Weights()
    {
        var weights = new double[words.Count];
        var holders = new HashSet<int>[words.Count];
        foreach (var name in itemNames)
        {
            foreach (var stem in name.Stems)
                (holders[stem] ??= []).Add(name.Id);
        }

        for (var stem = 0; stem < weights.Length; stem++)
            weights[stem] = Math.Log(1.5 + (double)items.Count / Math.Max(1, holders[stem]?.Count ?? 1));
        return weights;
    }
}
