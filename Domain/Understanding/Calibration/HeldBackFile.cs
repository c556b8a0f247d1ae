using System.Globalization;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>Reads held-back.txt; its head says how a line is written.</summary>
public static class HeldBackFile
{
    private static readonly (string Sign, ModifierAction Action)[] Signs =
    [
        (" ++", ModifierAction.Extra), (" +", ModifierAction.Add), (" -", ModifierAction.Remove), (" ~", ModifierAction.Light), (" @", ModifierAction.Side),
    ];

    internal static IReadOnlyList<HeldBackMessage> Read(string file, string menuFile)
    {
        var menus = PracticeMenu.Read(menuFile);
        var messages = new List<HeldBackMessage>();
        PracticeMenu? menu = null;
        foreach (var line in EmbeddedText.Lines(file))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var rest = line[(colon + 1)..].Trim();
            if (line[..colon] == "menu")
            {
                menu = menus.FirstOrDefault(candidate => candidate.Menu.Restaurant == rest)
                    ?? throw new FormatException($"{file}: there is no menu \"{rest}\" in {menuFile}.");
            }
            else
            {
                messages.Add(ReadMessage(line, (menu ?? throw new FormatException($"{file}: the first line must name the menu.")).Index));
            }
        }

        return messages;
    }

    /// <summary>One line of the file. "||" goes before another reading that is as right.</summary>
    public static HeldBackMessage ReadMessage(string line, MenuIndex menu)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var sides = line[(colon + 1)..].Split(" => ");
        var intents = line[..colon].Split('/').Select(intent => Enum.Parse<Intent>(intent, ignoreCase: true)).ToList();
        var readings = (sides.Length > 1 ? sides[1] : "").Split("||").Select(ReadReading).ToList();
        return new(Screener.Screen(sides[0].Trim().Replace("\\n", "\n", StringComparison.Ordinal)), menu, intents, readings);
    }

    private static HeldBackReading ReadReading(string text)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(parts.Where(part => part[0] != '!').Select(ReadLine).ToList(), parts.Any(part => part[0] == '!'));
    }

    private static ReadLine ReadLine(string part)
    {
        var marks = new List<(int At, int Length, ModifierAction Action)>();
        for (var i = 0; i < part.Length; i++)
        {
            foreach (var (sign, action) in Signs)
            {
                if (string.CompareOrdinal(part, i, sign, 0, sign.Length) != 0)
                    continue;
                marks.Add((i, sign.Length, action));
                i += sign.Length - 1;
                break;
            }
        }

        var modifiers = marks
            .Select((mark, i) => ReadModifier(part[(mark.At + mark.Length)..(i + 1 < marks.Count ? marks[i + 1].At : part.Length)], mark.Action))
            .ToList();
        var head = marks.Count > 0 ? part[..marks[0].At] : part;
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var size = open < 0 ? null : head[(open + 1)..head.IndexOf(')', StringComparison.Ordinal)];
        var item = (open < 0 ? head[space..] : head[space..open]).Trim();
        return new(item, int.Parse(head[..space], CultureInfo.InvariantCulture), size, modifiers, "", "");
    }

    private static ReadModifier ReadModifier(string text, ModifierAction action)
    {
        var star = text.IndexOf('*', StringComparison.Ordinal);
        return star < 0 ? new(text.Trim(), action) : new(text[..star].Trim(), action, int.Parse(text[(star + 1)..], CultureInfo.InvariantCulture));
    }
}
