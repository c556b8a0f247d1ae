using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>
/// A message that says nothing but dishes, extras, counts and courtesy is an order. This is a rule of our language, not of statistics:
/// there is no word in it that could say anything else.
/// </summary>
internal static class BareList
{
    [ThreadStatic]
    private static List<Token>? shared;

    public static bool Is(ScreenedMessage message, OrderReading reading)
    {
        if (reading.Lines.Count == 0 || reading.Mentions.Count > 0 || reading.PassedOver > 0 || message.Readable.AsSpan().ContainsAny('?', '？', '¿'))
            return false;
        var phrases = Phrases.For(message.Language);
        var tokens = shared ??= [];
        Tokenizer.Cut(message.Readable, phrases.Knows, tokens);
        for (var at = 0; at < tokens.Count;)
        {
            if (tokens[at].Kind == TokenKind.Emoji)
                return false;
            if (tokens[at].Kind != TokenKind.Word || IsRead(tokens[at], reading))
            {
                at++;
                continue;
            }

            var (length, meaning) = phrases.LongestAt(tokens, at);
            if (meaning is null || !IsPlain(meaning.Cue))
                return false;
            at += length;
        }

        return true;
    }

    private static bool IsPlain(Cue cue) => cue is Cue.Filler or Cue.Article or Cue.Quantity or Cue.Times or Cue.Size or Cue.Container or Cue.With or Cue.And
        or Cue.Remove or Cue.Extra or Cue.Light or Cue.SideAfter or Cue.SideOf or Cue.ForPerson or Cue.Both or Cue.All or Cue.OfThem or Cue.Request;

    // There are no mentions here: what has a span was asked for.
    private static bool IsRead(Token token, OrderReading reading) => reading.SpanAt(token.Start, token.End) is not null;
}
