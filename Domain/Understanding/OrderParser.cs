using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search;
using Restaurant.Domain.Understanding.Search.Writing;

namespace Restaurant.Domain.Understanding;

/// <summary>
/// Reads a message as an order: words, then every way to read them by the menu and the lexicon, then the best whole reading.
/// What it returns are the dishes asked for; whether the message is an order at all is the classifier's to say.
/// </summary>
public static class OrderParser
{
    private const int LongestMessage = 6000;

    public static OrderReading Parse(ScreenedMessage message, MenuIndex index)
    {
        var text = message.Readable.Length > LongestMessage ? message.Readable[..LongestMessage] : message.Readable;
        var reader = Reader.Of(text, index.Compiled, Phrases.For(message.Language));
        if (reader.Tokens.Count == 0)
            return OrderReading.Nothing;

        var (best, second) = OrderSearch.Run(reader);
        return ReadingWriter.Write(text, reader, best, second);
    }
}
