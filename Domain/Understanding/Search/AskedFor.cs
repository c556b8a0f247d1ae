using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>Whether words that the menu does not know were something asked for, or just talk.</summary>
internal static class AskedFor
{
    // 天津飯と味噌ラーメン: Japanese asks at the end, so what is listed with "and" or a count is asked for; 佐藤です is somebody's name.
    private static bool IsListedNoun(Reader reader, int start, int end)
    {
        if (end >= reader.Tokens.Count || reader.Tokens[start].Key is not [>= '\u30A1', ..] || reader.Tokens[end - 1].End - reader.Tokens[start].Start < 2)
            return false;
        return reader.Tokens[end] is { Key: "と" or "を" or "も" } or { Kind: TokenKind.Times } || reader.IsNumber(end);
    }

    // "One cone bubblegum flavour".
    private static bool SaysChoice(Reader reader, in Hypothesis h, int end) =>
        Runs.SaysKindBehind(reader, h, end) || (end > h.Run + 1 && Runs.SaysKindBehind(reader, h, end - 1));

    private static readonly HashSet<string> Vessels = ["pint", "pints", "glass", "glasses", "bottle", "bottles", "can", "cans", "cup", "cups", "mug", "jug", "pitcher", "bowl", "bowls", "plate", "portion", "portions", "slice", "slices"];

    // "A pint of stella", at the beginning too.
    private static bool IsServed(Reader reader, int run) =>
        run > 1 && reader.Tokens[run - 1].Key == "of" && Vessels.Contains(reader.Tokens[run - 2].Key);

    // "Hawaiian and a coke", "a french dip and a coke": nobody else is named before an "and" that goes on with a dish.
    private static bool StartsList(Reader reader, in Hypothesis h, int end) =>
        h is { Lines: null } and ({ Run: 0 } or { Article: true }) && (h.Run < 2 || reader.Tokens[h.Run - 2].IsBreak) && end + 2 < reader.Tokens.Count && reader.IsPhrase(end, Cue.And, Cue.And)
        && (reader.Tokens[end + 1].Key is "a" or "an" || reader.IsNumber(end + 1)) && reader.NamesDish(end + 2);

    // "Moutabal if you have it."
    private static bool SaysIfAny(Reader reader, int at) =>
        at + 2 < reader.Tokens.Count && reader.Tokens[at].Key == "if" && reader.Tokens[at + 1].Key is "you" or "u" or "ya" or "youve" && reader.Tokens[at + 2].Key is "have" or "got" or "do" or "still" or "any";

    /// <summary>Whether the unknown words that end here were asked for.</summary>
    public static bool Is(Reader reader, in Hypothesis h, int end) => h.Slot switch
    {
        _ when reader.Tokens[h.Run].Length == 1 && reader.Tokens[h.Run].Key[0] < '\u3000' => false,
        _ when reader.RoleAt(h.Run) is Role.Question or Role.Story => false,
        _ when Asides.IsPlace(reader, h) || Asides.IsSomebody(reader, h, end) => false,
        _ when Asides.HeadsList(reader, h, end) => false,
        _ when StartsList(reader, h, end) || OneMore.Is(reader, h, end) => true,
        Slot.Dish or Slot.Part => true,
        _ when reader.Begins(end, Cue.SideAfter) => true,
        _ when SaysChoice(reader, h, end) => true,
        _ when IsServed(reader, h.Run) || SaysIfAny(reader, end) => true,
        _ when IsListedNoun(reader, h.Run, end) => true,
        _ when h.HeldSize?.End == h.Run && (h.Lines is not null || reader.IsPhrase(end, Cue.With, Cue.Remove)) => true,
        _ when h is { Lines: not null, Run: > 1 } && reader.Tokens[h.Run - 1].Key == "of" && reader.IsPhrase(h.Run - 2, Cue.Container, Cue.Generic) => true,
        _ => h.RunHasFood,
    };
}
