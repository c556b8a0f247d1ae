using System.Globalization;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>
/// What the intent is learned from: our own sentences (examples.txt) and messages of people who had not seen the reader (messages.txt),
/// spoken over practice-menus.txt. The same files make the same examples.
/// </summary>
public static class IntentExamples
{
    private const int MostTimes = 8;

    // How often a sentence is spoken for each time it asks for: the more often, the less hangs on what chance put into it. Of orders there
    // are enough among the messages.
    private const int OftenEnough = 2;
    private const int OftenEnoughForOrders = 1;

    // A message says what people write, a sentence what we think that they do: tried with 1, 2 and 3.
    private const float MessageWeight = 2;

    // A message about a menu we do not know well must not fall apart: some examples are read as if nothing had been found.
    private const double Unread = 0.06;
    private const double Slipped = 0.12;

    // Many ask without a question mark.
    private const double Unmarked = 0.3;

    // And what the parser holds for a mere mention may be taken for an order: the words must say that it is none.
    private const double TakenForAsked = 0.04;

    public static IReadOnlyList<IntentExample> Own()
    {
        var speaker = new Speaker(PracticeMenu.Read("practice-menus.txt"));
        var sentences = new List<Sentence>();
        var origin = 0;
        foreach (var line in EmbeddedText.Lines("examples.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var template = line[(colon + 1)..].Trim();
            if (head[0] == "list")
                speaker.AddList(head[1], head[2], template);
            else
                Speak(speaker, head, template, origin++, sentences);
        }

        foreach (var line in EmbeddedText.Lines("messages.txt"))
            Repeat(speaker, line, origin++, sentences);

        // Said one after the other, because chance has an order; read side by side, because reading has none.
        return SideBySide.Each(sentences, Read);
    }

    private static void Speak(Speaker speaker, string[] head, string template, int origin, List<Sentence> sentences)
    {
        var intent = Enum.Parse<Intent>(head[0], ignoreCase: true);
        var isLiteral = head.Length > 2 && head[2] == "literal";
        var times = isLiteral ? 1
            : (intent == Intent.Order ? OftenEnoughForOrders : OftenEnough) * (head.Length > 2 ? int.Parse(head[2], CultureInfo.InvariantCulture) : MostTimes);

        // The chance is the sentence's own: a new sentence changes nothing about the others.
        speaker.StartOver(Letters.Hash(template));
        for (var i = 0; i < times; i++)
        {
            var menu = speaker.Menu(head[1]);
            var text = isLiteral ? template : speaker.Speak(template, menu);
            if (!isLiteral && speaker.Happens(Slipped))
                text = speaker.Slip(text);
            if (!isLiteral && text.EndsWith('?') && speaker.Happens(Unmarked))
                text = text[..^1];
            sentences.Add(new(menu, text, intent, origin, 1, speaker.Happens(Unread), speaker.Happens(TakenForAsked)));
        }
    }

    private static void Repeat(Speaker speaker, string line, int origin, List<Sentence> sentences)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ');
        var message = line[(colon + 1)..].Trim();
        speaker.StartOver(Letters.Hash(message));
        var menu = speaker.Menu(head[1]);
        sentences.Add(new(menu, speaker.Repeat(message, menu), Enum.Parse<Intent>(head[0], ignoreCase: true), origin, MessageWeight, false, false));
    }

    private static IntentExample Read(Sentence sentence)
    {
        var message = Screener.Screen(sentence.Text);
        if (sentence.IsUnread)
            return new(message, OrderReading.Nothing, sentence.Intent, sentence.Origin, sentence.Weight);
        var reading = OrderMatcher.Match(OrderParser.Parse(message, sentence.Menu.Index), sentence.Menu.Index);
        if (sentence.IsTakenForAsked)
            reading = reading with { Lines = [.. reading.Lines, .. reading.Mentions], Mentions = [] };
        return new(message, reading, sentence.Intent, sentence.Origin, sentence.Weight);
    }

    private sealed record Sentence(PracticeMenu Menu, string Text, Intent Intent, int Origin, float Weight, bool IsUnread, bool IsTakenForAsked);
}
