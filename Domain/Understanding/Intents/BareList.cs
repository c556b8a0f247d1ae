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
        var isPictured = false;
        for (var at = 0; at < tokens.Count;)
        {
            isPictured |= tokens[at].Kind == TokenKind.Emoji;
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

        return !isPictured || reading.Lines.Any(IsToldHow);
    }

    // "Oxtail 😍" praises; "oxtail large 😍" wants one.
    private static bool IsToldHow(ReadLine line) => line is { Size: not null } or { Quantity: > 1 } or { Modifiers.Count: > 0 };

    private static bool IsPlain(Cue cue) => cue
        is Cue.Filler or Cue.Article or Cue.Quantity or Cue.Times or Cue.Size or Cue.Container or Cue.Generic or Cue.With or Cue.And or Cue.Request
        or Cue.Remove or Cue.Extra or Cue.Light or Cue.RemoveAfter or Cue.ExtraAfter or Cue.LightAfter or Cue.SideAfter or Cue.SideOf
        or Cue.InsteadOf or Cue.InsteadOfAfter or Cue.Swap or Cue.Substitute
        or Cue.For or Cue.ForPerson or Cue.Both or Cue.All or Cue.OfThem or Cue.Half or Cue.OnOne or Cue.OnTheOther or Cue.OnNone or Cue.Neither or Cue.OneOfEach;

    // There are no mentions here: what has a span was asked for.
    private static bool IsRead(Token token, OrderReading reading) => reading.SpanAt(token.Start, token.End) is not null;
}
