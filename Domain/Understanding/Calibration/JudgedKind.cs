namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>What a message was taken for: each kind goes wrong in its own way.</summary>
public enum JudgedKind
{
    /// <summary>No order.</summary>
    Talk,

    /// <summary>An order that nothing but the confidence keeps from the kitchen.</summary>
    Cookable,

    /// <summary>An order with something unknown in it, or with nothing read.</summary>
    Open,
}
