using System.Globalization;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>Our own practice sentences: examples.txt spoken over practice-menus.txt. The same files make the same examples.</summary>
public static class IntentExamples
{
    private const int Seed = 4_711;
    private const int MostTimes = 8;

    // A message about a menu we do not know well must not fall apart: some examples are read as if nothing had been found.
    private const double Unread = 0.06;
    private const double Slipped = 0.12;

    public static IReadOnlyList<IntentExample> Own()
    {
        var speaker = new Speaker(PracticeMenu.Read("practice-menus.txt"), new(Seed));
        var examples = new List<IntentExample>();
        var origin = 0;
        foreach (var line in EmbeddedText.Lines("examples.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var sentence = line[(colon + 1)..].Trim();
            if (head[0] == "list")
                speaker.AddList(head[1], head[2], sentence);
            else
                examples.AddRange(Speak(speaker, head, sentence, origin++));
        }

        return examples;
    }

    private static IEnumerable<IntentExample> Speak(Speaker speaker, string[] head, string sentence, int origin)
    {
        var intent = Enum.Parse<Intent>(head[0], ignoreCase: true);
        if (head.Length > 2 && head[2] == "literal")
            return [Example(speaker.Menu(head[1]), sentence, intent, origin, false)];

        var times = head.Length > 2 ? int.Parse(head[2], CultureInfo.InvariantCulture) : MostTimes;
        var spoken = new List<IntentExample>(times);
        for (var i = 0; i < times; i++)
        {
            var menu = speaker.Menu(head[1]);
            var text = speaker.Speak(sentence, menu);
            if (speaker.Happens(Slipped))
                text = speaker.Slip(text);
            spoken.Add(Example(menu, text, intent, origin, speaker.Happens(Unread)));
        }

        return spoken;
    }

    private static IntentExample Example(PracticeMenu menu, string text, Intent intent, int origin, bool isUnread)
    {
        var message = Screener.Screen(text);
        var reading = isUnread ? OrderReading.Nothing : OrderMatcher.Match(OrderParser.Parse(message, menu.Index), menu.Index);
        return new(message, reading, intent, origin);
    }
}
