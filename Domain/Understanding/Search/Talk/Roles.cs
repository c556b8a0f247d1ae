using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search.Talk;

/// <summary>Gives every token its role: a cue holds from where it stands to the end of the sentence or the next cue.</summary>
internal static class Roles
{
    private readonly record struct Found(int Start, int End, Role Role);

    /// <param name="roles">One for each token; they begin as plain.</param>
    public static void Find(Wording wording, Phrases phrases, Span<Role> roles)
    {
        var tokens = wording.Tokens;
        for (var start = 0; start < tokens.Count;)
        {
            var end = start;
            while (end < tokens.Count && tokens[end].Kind is not (TokenKind.Stop or TokenKind.Line) && tokens[end].Key != Token.Colon && !(end > start && IsIfSo(tokens, end)))
                end++;
            if (start > 0 && SaysIfSo(tokens, start, end))
                AskFor(tokens, roles, tokens[start - 1].IsBreak ? start - 1 : start);
            Mark(roles, wording, phrases, start, end);
            ThoughtOf.Mark(wording, roles, start, end);
            start = end < tokens.Count && IsIfSo(tokens, end) ? end : end + 1;
        }
    }

    // "Still got ribs if so a pound": a new sentence, whether a mark stands there or not.
    private static bool IsIfSo(List<Token> tokens, int at) => at + 2 < tokens.Count && tokens[at].Key == "if" && tokens[at + 1].Key is "so" or "yes" && !tokens[at + 2].IsBreak;

    // "Do you have doughnuts? Two if so."
    private static bool SaysIfSo(List<Token> tokens, int start, int end)
    {
        const int farthest = 4;
        for (var at = start; at + 1 < Math.Min(end, start + farthest); at++)
        {
            if (tokens[at].Key == "if")
                return tokens[at + 1].Key is "so" or "yes" or "yeah" || (at + 2 < end && tokens[at + 1].Key is "you" or "u" or "ya" && tokens[at + 2].Key is "do" or "have");
        }

        return false;
    }

    private static readonly HashSet<string> Having = ["have", "got", "any", "serve", "sell", "there", "doing"];

    // The sentence before asked whether it can be had.
    private static void AskFor(List<Token> tokens, Span<Role> roles, int before)
    {
        var asks = false;
        for (var at = before - 1; at >= 0 && !asks && tokens[at].Kind is not (TokenKind.Stop or TokenKind.Line); at--)
            asks = Having.Contains(tokens[at].Key);
        if (!asks)
            return;
        for (var at = before - 1; at >= 0 && tokens[at].Kind is not (TokenKind.Stop or TokenKind.Line); at--)
        {
            if (roles[at] == Role.Question)
                roles[at] = Role.Request;
        }
    }

    private static void Mark(Span<Role> roles, Wording wording, Phrases phrases, int start, int end)
    {
        var tokens = wording.Tokens;
        var present = Role.Plain;
        var (isFirst, isReason) = (true, false);
        for (var at = start; at < end;)
        {
            if (Longest(wording, phrases, at, end, out var after) is not { } cue)
            {
                if (present is Role.Story or Role.Question && IsOver(wording, present, isReason, at, end))
                    present = Role.Plain;

                // "If you got it": no story of what somebody got.
                roles[at..after].Fill(present);
                at = after;
                continue;
            }

            // "I want to complain" is no request, though it begins like one; "I'll do the" asks nothing.
            for (var inside = at + 1; inside < cue.End && cue.Role == Role.Request; inside++)
            {
                if (tokens[inside].Key != "do" && Longest(wording, phrases, inside, end, out _) is { Role: Role.Question } stronger && stronger.End > cue.End)
                    cue = stronger with { Start = at };
            }

            var afterBreak = at == start || IsBreak(wording, at - 1);
            if (cue.Role is Role.Question or Role.Story && AsideCues.Is(tokens, start, at, end))
            {
                roles[at..cue.End].Fill(present);
                at = cue.End;
                continue;
            }

            if (Takes(cue, present, afterBreak))
            {
                isReason = cue.Role == Role.Story && ((isReason && present == Role.Story) || Stories.IsReason(tokens, start, at));

                // "the tempeh burger was great": the first cue also tells what the words before it were about.
                if (isFirst && !afterBreak && cue.Role is Role.Question or Role.Story && !isReason && !Counts(wording, start) && !Stories.IsAskedFor(wording, start, at))
                    roles[Stories.From(tokens, start, at)..at].Fill(cue.Role);
                present = cue.Role;
                isFirst = false;
            }

            roles[at..cue.End].Fill(present);
            at = cue.End;
        }
    }

    // Whether the story or the question ends before this word: now something is asked for.
    private static bool IsOver(Wording wording, Role present, bool isReason, int at, int end)
    {
        // "I got paid so a large coke please", "they were great, two more please".
        var tokens = wording.Tokens;
        if (Stories.Resumes(wording, at, end))
            return true;
        if (present != Role.Story || !tokens[at].IsBreak)
            return false;
        if (at + 1 < end && Counts(wording, at + 1) && IsPolite(wording, at, end))
            return true;

        // "Forgot on my last text, add a pudding."
        if (at + 2 < end && Stories.Adding.Contains(tokens[at + 1].Key) && Counts(wording, at + 2))
            return true;

        // "Scratch that I had it last week, the …", "was going to have the soup but nah, a …": the story was only why.
        return isReason || Refusals.No.Contains(tokens[at - 1].Key);
    }

    private static bool Takes(Found cue, Role present, bool afterBreak) => cue.Role switch
    {
        Role.Request => true,
        Role.Question => present != Role.Request || afterBreak || cue.End - cue.Start > 1,
        _ => present != Role.Request || afterBreak,
    };

    private static Found? Longest(Wording wording, Phrases phrases, int at, int end, out int after)
    {
        Found? longest = null;
        after = at + 1;

        // "Two wraps, one of which without onion" asks nothing.
        if (at > 0 && wording.Tokens[at].Key == "which" && wording.Tokens[at - 1].Key == "of")
            return null;

        // Nor does "what Jo's having".
        if (Lattice.OthersDish.At(wording, at) is { } others)
        {
            after = others.End;
            return null;
        }

        if (PoliteAsks.EndOf(wording.Tokens, at) is { } asked && asked <= end)
        {
            after = asked;
            return new(at, asked, Role.Request);
        }

        var node = WordTrie.Root;
        for (var i = at; i < end && node >= 0; i++)
        {
            node = phrases.Trie.Step(node, wording.At(i).Id);
            if (phrases.Trie.At(node) is not { } meaning)
                continue;
            Role? role = meaning.Cue switch
            {
                Cue.Request => Role.Request,
                Cue.Question => Role.Question,
                Cue.Story => Role.Story,
                _ => null,
            };

            // A longer phrase of another kind hides the shorter cue: "how about" is not "how".
            longest = role is { } found ? new(at, i + 1, found) : i > at ? null : longest;
            after = meaning.Cue is Cue.Filler && i > at + 1 ? i + 1 : at + 1;
        }

        return longest;
    }

    private static bool IsBreak(Wording wording, int at) =>
        wording.Tokens[at].IsBreak || wording.At(at).Alone is { Cue: Cue.And or Cue.But or Cue.Or };

    private static bool IsPolite(Wording wording, int at, int end)
    {
        for (; at < end; at++)
        {
            if (Stories.Asks(wording, at))
                return true;
        }

        return false;
    }

    public static bool Counts(Wording wording, int at) =>
        wording.Tokens[at] is { Kind: TokenKind.Number or TokenKind.Times } or { Key: "a" or "an" } || wording.At(at).Alone is { Cue: Cue.Quantity };
}
