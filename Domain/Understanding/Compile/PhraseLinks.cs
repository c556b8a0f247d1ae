using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Compile;

/// <param name="Stems">Words of the menu.</param>
/// <param name="IsOfDishes">Only dishes are meant: the phrase itself names extras.</param>
internal readonly record struct PhraseTarget(int[] Stems, bool IsOfDishes);

/// <summary>The phrases of the lexicon that lead to words of one menu: "agua con gas" to its "sparkling water".</summary>
internal sealed class PhraseLinks
{
    private readonly WordTrie<List<PhraseTarget>> trie = new();
    private readonly MenuNames names;

    public PhraseLinks(Vocabulary words, IReadOnlyList<int[]> spoken, int[][] itemNamesWith)
    {
        names = new(words, spoken);
        foreach (var line in SamePhrases.Lines)
            Add(line, itemNamesWith);
    }

    /// <param name="word">Its number among the words of foods.</param>
    public int Step(int node, int word) => trie.Step(node, word);

    public List<PhraseTarget>? At(int node) => trie.At(node);

    private void Add(FoodLine line, int[][] itemNamesWith)
    {
        List<int[]>? targets = null;
        foreach (var name in line.Names)
        {
            if (names.Find(name.Words) is { } stems && targets?.Exists(other => other.AsSpan().SequenceEqual(stems)) != true)
                (targets ??= []).Add(stems);
        }

        if (targets is null)
            return;
        targets.Sort((one, other) => one.Length.CompareTo(other.Length));
        var dishes = targets.FindAll(stems => IsInDishName(stems, itemNamesWith));
        foreach (var name in line.Names)
        {
            // A phrase that a dish has itself needs no other; one that only extras have may still name a dish in another language.
            if (names.Find(name.Words) is not { } own)
                Put(name.Words, Unled(line, name, targets), isOfDishes: false);
            else if (dishes.Count > 0 && !IsInDishName(own, itemNamesWith))
                Put(name.Words, Unled(line, name, dishes), isOfDishes: true);
        }
    }

    private static bool IsInDishName(int[] stems, int[][] itemNamesWith) =>
        itemNamesWith[stems[0]].Any(name => stems.All(stem => Array.BinarySearch(itemNamesWith[stem], name) >= 0));

    // From word to word the links of same food lead.
    private static List<int[]> Unled(FoodLine line, FoodName name, List<int[]> targets) =>
        name.Words.Length > 1 || !line.LinksWords ? targets : targets.FindAll(stems => stems.Length > 1);

    private void Put(int[] phrase, List<int[]> targets, bool isOfDishes)
    {
        if (targets.Count == 0)
            return;
        var node = WordTrie.Root;
        foreach (var word in phrase)
            node = trie.Grow(node, word);
        if (trie.At(node) is not { } found)
            trie.Put(node, found = []);
        found.AddRange(targets.Select(stems => new PhraseTarget(stems, isOfDishes)));
    }

    /// <summary>Which phrases stand together in one name of the menu.</summary>
    private sealed class MenuNames
    {
        private readonly int[] stemOf = new int[FoodLines.Vocabulary.Count];
        private readonly List<int>[] namesWith;
        private readonly IReadOnlyList<int[]> spoken;

        public MenuNames(Vocabulary words, IReadOnlyList<int[]> spoken)
        {
            this.spoken = spoken;
            Array.Fill(stemOf, -1);
            for (var stem = 0; stem < words.Count; stem++)
            {
                if (SamePhrases.IdOf(words[stem]) is >= 0 and var id && stemOf[id] < 0)
                    stemOf[id] = stem;
            }

            namesWith = new List<int>[words.Count];
            for (var name = 0; name < spoken.Count; name++)
            {
                foreach (var stem in spoken[name])
                    (namesWith[stem] ??= []).Add(name);
            }
        }

        public int[]? Find(int[] phrase)
        {
            foreach (var word in phrase)
            {
                if (stemOf[word] < 0)
                    return null;
            }

            var stems = Array.ConvertAll(phrase, word => stemOf[word]);
            return stems.Length == 1 || AreTogether(stems) ? stems : null;
        }

        private bool AreTogether(int[] stems)
        {
            foreach (var name in namesWith[stems[0]] ?? [])
            {
                if (Array.TrueForAll(stems, stem => spoken[name].AsSpan().Contains(stem)))
                    return true;
            }

            return false;
        }
    }
}
