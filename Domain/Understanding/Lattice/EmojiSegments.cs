using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>A picture of food orders it only where the menu has exactly one thing that it can be.</summary>
internal static class EmojiSegments
{
    private const string Lines = """
        🍔 burger hamburger
        🍕 pizza
        🍟 fry chip
        🌭 hotdog
        🥪 sandwich
        🌮 taco
        🌯 burrito wrap
        🥗 salad
        🍜 ramen noodle
        🍣 sushi nigiri
        🍤 tempura shrimp
        🍛 curry
        🍚 rice
        🥟 gyoza dumpling
        🥐 croissant
        🥖 baguette
        🥯 bagel
        🧇 waffle
        🥞 pancake
        🍩 donut doughnut
        🍪 cookie
        🍰 cake
        🧁 cupcake
        🍦 cone icecream
        🍨 icecream sundae
        ☕ coffee
        🍵 tea matcha
        🧋 boba
        🥤 soda coke cola
        🍺 beer lager
        🍻 beer
        🍷 wine
        🍹 cocktail
        🍸 martini
        🥛 milk
        🧃 juice
        🍝 spaghetti pasta
        🍲 soup
        🥣 soup
        🍗 drumstick wing
        🥙 kebab falafel
        🍳 egg
        🥓 bacon
        🧀 cheese
        """;

    private static readonly Dictionary<string, string[]> Pictures = Lines
        .Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => words[1..]);

    public static bool IsFood(string picture) => Pictures.ContainsKey(picture);

    public static void Add(CompiledMenu menu, ReadingLattice lattice, Token token, int at)
    {
        foreach (var word in Pictures.GetValueOrDefault(token.Key, []))
        {
            var items = menu.Words.ByStem(word) is >= 0 and var stem
                ? menu.ItemNamesWith[stem].Select(name => menu.ItemNames[name].Id).Distinct().ToArray()
                : [];
            if (items.Length == 0)
                continue;
            var picture = lattice.Lay(SegmentKind.Emoji, at, at + 1, 0);
            (picture.Items, picture.IsWholeName, picture.Why) = (items, items.Length == 1, $"by the picture {token.Key}");
            return;
        }

        lattice.Lay(SegmentKind.Phrase, at, at + 1, 0).Cue = Cue.Filler;
    }
}
