using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Search.Talk;
using Restaurant.Domain.Understanding.Tokens;
using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>What all steps of one message's search share. Each thread has one and uses it for message after message.</summary>
internal sealed class Reader
{
    [ThreadStatic]
    private static Reader? mine;

    private readonly Wording wording = new();
    private readonly LatticeBuilder builder = new();
    private readonly List<Role> roles = [];
    private readonly List<bool> capitals = [];

    private Reader()
    {
    }

    public CompiledMenu Menu { get; private set; } = null!;

    /// <summary>The message is in another language than English.</summary>
    public bool IsForeign { get; private set; }

    public List<Token> Tokens => wording.Tokens;

    /// <summary>The message says what to bring where something is out.</summary>
    public bool HasFallback => wording.HasFallback;
    public ReadingLattice Lattice { get; } = new();

    /// <summary>The readings that a step leads to; the search empties it.</summary>
    public List<Hypothesis> Next { get; } = [];

    public Frontier Frontier { get; } = new();

    /// <summary>The lines of a reading in the order of the words, while it is written down.</summary>
    public List<DraftLine> Ordered { get; } = [];

    /// <summary>This thread's reader with the message laid out: what it holds is good until the next message.</summary>
    public static Reader Of(ReadOnlySpan<char> text, CompiledMenu menu, Phrases phrases)
    {
        var reader = mine ??= new();
        reader.Lay(text, menu, phrases);
        return reader;
    }

    public Role RoleAt(int token) => roles[Math.Min(token, roles.Count - 1)];

    /// <summary>Written like a name: "Webb", but not "WEBB", where all may be shouted.</summary>
    public bool IsCapital(int token) => capitals[token];

    /// <summary>Whether the word at this place, alone, is one of these cues.</summary>
    public bool IsPhrase(int token, Cue one, Cue other) =>
        token < Tokens.Count && wording.At(token).Alone is { } meaning && (meaning.Cue == one || meaning.Cue == other);

    /// <summary>What the word at this place means alone; null where it is no phrase of ours.</summary>
    public PhraseMeaning? MeaningOf(int token) => wording.At(token).Alone;

    /// <summary>Whether the word at this place only joins: "of", "de".</summary>
    public bool IsJoining(int token) => wording.At(token).IsJoining;

    /// <summary>A word of some dish's name that is ordinary language too: "spicy".</summary>
    public bool TellsDishesApart(int token, int item) =>
        token >= 0 && Tokens[token].Kind == TokenKind.Word && wording.At(token).Alone is { Cue: Cue.Common or Cue.Descriptor }
        && Menu.Words.Find(Tokens[token].Key) is >= 0 and var stem && Menu.ItemNamesWith[stem].Length > 0 && !Menu.Items[item].NameStems.Contains(stem);

    /// <summary>The menu's word that stands at this place and asks for something of the menu; -1 where ordinary language does.</summary>
    public int MenuWord(int token) =>
        Tokens[token].Kind == TokenKind.Word && RoleAt(token) is Role.Plain or Role.Request && !wording.At(token).IsJoining
        && wording.At(token).Alone is null or { Cue: Cue.Common or Cue.Descriptor or Cue.Food or Cue.Size } ? Menu.Words.Find(Tokens[token].Key) : -1;

    public bool Offers(int item, int modifier) => item >= 0 && Menu.Items[item].Modifiers.Contains(modifier);

    public bool OffersAny(int item, int[] modifiers)
    {
        foreach (var modifier in modifiers)
        {
            if (Offers(item, modifier))
                return true;
        }

        return false;
    }

    /// <summary>Whether the same words can also be read as something that this dish is had with: "cheese", where there are five.</summary>
    public bool MayBeExtra(int item, Segment segment)
    {
        foreach (var other in Lattice.At(segment.Start))
        {
            if (other.Kind == SegmentKind.Modifier && other.End == segment.End && (OffersAny(item, other.Modifiers) || OffersAny(item, other.PartOfModifiers)))
                return true;
        }

        return false;
    }

    /// <summary>"Ann: …": a dish is due, not more of the one before.</summary>
    public bool IsBehindName(int token) =>
        token > 1 && Tokens[token - 1].Key == Token.Colon && Tokens[token - 2] is { Kind: TokenKind.Word, Key: var name } && (name == "me" || (wording.At(token - 2).Alone is null && Menu.Words.Find(name) < 0));

    /// <summary>The size of this dish with that name; -1 when it has none.</summary>
    public int SizeNamed(int item, string name)
    {
        var sizes = Menu.Items[item].Item.Sizes;
        for (var size = 0; size < sizes.Count; size++)
        {
            if (sizes[size].Name == name)
                return size;
        }

        return -1;
    }

    /// <summary>Whether the same words are the whole name of something that this dish is had with.</summary>
    public bool MayBeWholeExtra(int item, Segment segment)
    {
        foreach (var other in Lattice.At(segment.Start))
        {
            if (other.Kind == SegmentKind.Modifier && other.End == segment.End && OffersAny(item, other.Modifiers))
                return true;
        }

        return false;
    }

    private void Lay(ReadOnlySpan<char> text, CompiledMenu menu, Phrases phrases)
    {
        Hypothesis.ClearChains();
        Menu = menu;
        IsForeign = phrases.Language != 0;
        var tongue = menu.In(phrases);
        wording.Read(text, tongue);
        roles.Clear();
        CollectionsMarshal.SetCount(roles, Tokens.Count);
        capitals.Clear();
        foreach (var token in Tokens)
            capitals.Add(token is { Kind: TokenKind.Word, Length: > 1 } && char.IsUpper(text[token.Start]) && char.IsLower(text[token.Start + 1]));
        var plain = CollectionsMarshal.AsSpan(roles);
        plain.Clear();
        Roles.Find(wording, phrases, plain);
        builder.Build(menu, tongue, wording, Lattice);
    }
}
