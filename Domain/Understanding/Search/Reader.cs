using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>What all steps of one message's search share.</summary>
internal sealed class Reader(CompiledMenu menu, Phrases phrases, List<Token> tokens, Role[] roles)
{
    public CompiledMenu Menu { get; } = menu;
    public List<Token> Tokens { get; } = tokens;
    public Role RoleAt(int token) => roles[Math.Min(token, roles.Length - 1)];

    /// <summary>The readings that a step leads to; the search empties it.</summary>
    public List<Hypothesis> Next { get; } = [];

    /// <summary>Whether the word at this place, alone, is one of these cues.</summary>
    public bool IsPhrase(int token, Cue one, Cue other) =>
        token < Tokens.Count && phrases.MeaningOf(Tokens[token].Key) is { } meaning && (meaning.Cue == one || meaning.Cue == other);

    /// <summary>A word of some dish's name that is ordinary language too: "spicy".</summary>
    public bool TellsDishesApart(int token, int item) =>
        token >= 0 && Tokens[token].Kind == TokenKind.Word && phrases.MeaningOf(Tokens[token].Key) is { Cue: Cue.Common or Cue.Descriptor }
        && Menu.Words.Find(Tokens[token].Key) is >= 0 and var stem && Menu.ItemNamesWith[stem].Length > 0 && !Menu.Items[item].NameStems.Contains(stem);

    public bool Offers(int item, int modifier) => item >= 0 && Menu.Items[item].Modifiers.Contains(modifier);
}
