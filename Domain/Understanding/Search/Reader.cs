using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>What all steps of one message's search share.</summary>
internal sealed class Reader(CompiledMenu menu, List<Token> tokens, Role[] roles)
{
    public CompiledMenu Menu { get; } = menu;
    public List<Token> Tokens { get; } = tokens;
    public Role RoleAt(int token) => roles[Math.Min(token, roles.Length - 1)];

    /// <summary>The readings that a step leads to; the search empties it.</summary>
    public List<Hypothesis> Next { get; } = [];

    public bool Offers(int item, int modifier) => item >= 0 && Menu.Items[item].Modifiers.Contains(modifier);
}
