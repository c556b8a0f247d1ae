namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>Words behind which somebody is named.</summary>
internal static class Titles
{
    private static readonly HashSet<string> OfPersons =
    [
        "mr", "mrs", "ms", "miss", "dr", "pastor", "father", "rev", "reverend", "captain", "coach", "prof", "professor", "officer", "sgt", "sergeant",
        "herr", "frau", "familie", "monsieur", "madame", "senor", "senora", "signor", "signora",
    ];

    private static readonly HashSet<string> Greetings =
        ["dear", "hi", "hey", "hello", "hiya", "yo", "hola", "bonjour", "salut", "ciao", "hallo", "liebes", "querido", "estimado", "cher", "caro", "thanks", "cheers", "morning", "evening", "afternoon"];

    public static bool Contains(string word) => OfPersons.Contains(word);

    public static bool Greets(string word) => Greetings.Contains(word);
}
