using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search;
using Restaurant.Domain.Understanding.Tokens;

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
        var menu = index.Compiled;
        var phrases = Phrases.For(message.Language);
        var text = message.Readable.Length > LongestMessage ? message.Readable[..LongestMessage] : message.Readable;
        var tokens = Tokenizer.Cut(text, piece => menu.Words.Find(piece) >= 0 || phrases.MeaningOf(piece) is not null || SameFood.Knows(piece));
        if (tokens.Count == 0)
            return OrderReading.Nothing;

        var reader = new Reader(menu, phrases, tokens, Roles.Of(tokens, phrases));
        var lattice = new LatticeBuilder(menu, phrases, tokens).Build();
        var (best, second) = OrderSearch.Run(reader, lattice);
        return ReadingWriter.Write(text, reader, best, second);
    }
}
