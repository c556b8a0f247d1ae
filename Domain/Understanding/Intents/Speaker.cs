using System.Text;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Fills the slots and choices of practice sentences.</summary>
internal sealed class Speaker(IReadOnlyList<PracticeMenu> menus)
{
    private const int DeepestSlots = 4;
    private readonly Dictionary<(string Name, string Language), string[]> lists = [];
    private Random random = new(0);

    /// <summary>The same seed says the same things, whatever was said before.</summary>
    public void StartOver(ulong seed) => random = new((int)(seed ^ (seed >> 32)));

    public void AddList(string name, string language, string entries) =>
        lists[(name, language)] = entries.Split(';', StringSplitOptions.TrimEntries);

    public bool Happens(double chance) => random.NextDouble() < chance;

    public PracticeMenu Menu(string language) => Pick(menus.Where(menu => menu.Language == language).ToList());

    public string Speak(string sentence, PracticeMenu menu)
    {
        var text = sentence;
        for (var depth = 0; depth < DeepestSlots; depth++)
            text = Fill(Choices.One(text, random), menu);
        return text.Trim();
    }

    /// <summary>A message as it was written, with dishes of this menu in its slots.</summary>
    public string Repeat(string message, PracticeMenu menu) => Fill(message.Replace("\\n", "\n", StringComparison.Ordinal), menu);

    /// <summary>One slip of the finger, or everything in small letters, or without signs.</summary>
    public string Slip(string text)
    {
        if (text.Length < 4)
            return text;
        var at = random.Next(1, text.Length - 2);
        return random.Next(5) switch
        {
            0 => text.Remove(at, 1),
            1 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            2 => text[..at] + text[at] + text[at..],
            3 => text.Replace("?", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal),
            _ => text.ToUpperInvariant(),
        };
    }

    private string Fill(string text, PracticeMenu menu)
    {
        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('[', at);
            var close = open < 0 ? -1 : text.IndexOf(']', open);
            if (close < 0)
                return filled.Append(text, at, text.Length - at).ToString();
            filled.Append(text, at, open - at).Append(Slot(text[(open + 1)..close], menu));
            at = close + 1;
        }

        return filled.ToString();
    }

    private string Slot(string name, PracticeMenu menu) => name switch
    {
        "dish" => Pick(menu.Spoken),
        "dishes" => Plural(Pick(menu.Spoken), menu.Language),
        "mod" => Pick(menu.Extras),
        "size" => Pick(menu.Sizes),
        "thing" => Pick(menu.Others),
        _ => lists.TryGetValue((name, menu.Language), out var list)
            ? Pick(list)
            : throw new FormatException($"examples.txt has no list \"{name} {menu.Language}\" for [{name}]."),
    };

    private static string Plural(string dish, string language) =>
        language is "ja" or "it" or "de" || dish.EndsWith('s') ? dish : dish + "s";

    private T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
