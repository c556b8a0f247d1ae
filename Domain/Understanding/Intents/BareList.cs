using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>
/// A message that says nothing but dishes, extras, counts and courtesy is an order. This is a rule of our language, not of statistics:
/// there is no word in it that could say anything else.
/// </summary>
internal static class BareList
{
    private static readonly CueSet Harmless = CueSet.Of(
        CueKind.Request, CueKind.Imperative, CueKind.Addition, CueKind.Polite, CueKind.Greeting, CueKind.Thanks, CueKind.Bye, CueKind.Food, CueKind.Number, CueKind.Without,
        CueKind.Scope);

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

    /// <summary>
    /// Whether at least as many words were read as nobody knows, and none says anything else: a list in haste, with slips that we could
    /// not read. More than one thing must be read, or be counted: "tacos vegas" is no order.
    /// </summary>
    public static bool IsInHaste(ScreenedMessage message, OrderReading reading, List<FoundCue> found)
    {
        if (reading.Lines.Count == 0 || reading.Mentions.Count > 0 || message.Readable.AsSpan().ContainsAny('?', '？', '¿') || !found.TrueForAll(cue => Harmless.HasAny(cue.Cues)))
            return false;
        var phrases = Phrases.For(message.Language);
        var tokens = shared ??= [];
        Tokenizer.Cut(message.Readable, phrases.Knows, tokens);
        var (read, counted, unknown) = (0, 0, 0);
        for (var at = 0; at < tokens.Count;)
        {
            var token = tokens[at];
            counted += token.Kind is TokenKind.Number or TokenKind.Times ? 1 : 0;
            if (token.Kind != TokenKind.Word || IsRead(token, reading))
            {
                read += token.Kind == TokenKind.Word ? 1 : 0;
                at++;
                continue;
            }

            var (length, meaning) = phrases.LongestAt(tokens, at);
            if (meaning is not null && !IsPlain(meaning.Cue))
                return false;
            counted += meaning is { Cue: not (Cue.Article or Cue.Filler) } ? 1 : 0;
            unknown += meaning is null ? 1 : 0;
            at += length;
        }

        return unknown <= read && reading.Spans.Count + counted > 1;
    }

    private static bool IsPlain(Cue cue) => cue is Cue.Filler or Cue.Article or Cue.Quantity or Cue.Times or Cue.Size or Cue.Container or Cue.With or Cue.And
        or Cue.Remove or Cue.Extra or Cue.Light or Cue.SideAfter or Cue.SideOf or Cue.ForPerson or Cue.Both or Cue.All or Cue.OfThem or Cue.Request;

    // There are no mentions here: what has a span was asked for.
    private static bool IsRead(Token token, OrderReading reading) => reading.SpanAt(token.Start, token.End) is not null;
}
