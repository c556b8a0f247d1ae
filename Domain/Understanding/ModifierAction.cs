namespace Restaurant.Domain.Understanding;

/// <summary>What is done with a modifier: with it, without it, more of it, less of it, or apart from the dish.</summary>
public enum ModifierAction
{
    Add,
    Remove,
    Extra,
    Light,
    Side,
}
