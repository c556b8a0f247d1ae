namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>Words that say no to what was said before, in all languages together.</summary>
internal static class Refusals
{
    public static readonly HashSet<string> No = ["no", "nah", "nope", "naw", "nevermind", "nein", "nee", "non"];

    /// <summary>"Two, hmm, three", "a latte, sorry, a mocha": what follows is meant instead.</summary>
    public static readonly HashSet<string> TakingBack =
        [.. No, "hmm", "hmmm", "er", "erm", "uh", "wait", "sorry", "actually", "rather", "finalement", "perdon", "anzi"];
}
