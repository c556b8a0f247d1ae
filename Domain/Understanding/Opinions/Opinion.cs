namespace Restaurant.Domain.Understanding.Opinions;

/// <summary>What a language model answers when asked for a second opinion: the shape of its JSON. Nothing in it is believed before <see cref="OpinionCheck"/>.</summary>
public sealed record Opinion(Intent Intent, IReadOnlyList<OpinionItem> Items, IReadOnlyList<string> Unmatched);

public sealed record OpinionItem(string Item, int Quantity, string? Size, IReadOnlyList<OpinionModifier> Modifiers);

public sealed record OpinionModifier(string Modifier, ModifierAction Action, int Quantity);
