using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Pages.Orders;

/// <summary>How tickets speak: the same words on the board, in the kitchen and in the editor.</summary>
internal static class OrderWords
{
    public static string Of(OrderStatus status) => status switch
    {
        OrderStatus.New => "New",
        OrderStatus.Preparing => "Preparing",
        OrderStatus.Ready => "Ready",
        OrderStatus.Completed => "Completed",
        _ => "Cancelled",
    };

    public static Tone ToneOf(OrderStatus status) => status switch
    {
        OrderStatus.New => Tone.Accent,
        OrderStatus.Preparing => Tone.Review,
        OrderStatus.Ready => Tone.Order,
        OrderStatus.Completed => Tone.Done,
        _ => Tone.Quarantined,
    };

    public static string IconOf(OrderStatus status) => status switch
    {
        OrderStatus.New => "spark",
        OrderStatus.Preparing => "kitchen",
        OrderStatus.Ready => "bell",
        OrderStatus.Completed => "check-all",
        _ => "close",
    };

    /// <summary>The step forward, and what its button says.</summary>
    public static (OrderStatus To, string Act)? Forward(OrderStatus status) => status switch
    {
        OrderStatus.New => (OrderStatus.Preparing, "Start"),
        OrderStatus.Preparing => (OrderStatus.Ready, "Ready"),
        OrderStatus.Ready => (OrderStatus.Completed, "Hand over"),
        _ => null,
    };

    public static OrderStatus? Back(OrderStatus status) => status switch
    {
        OrderStatus.Preparing => OrderStatus.New,
        OrderStatus.Ready => OrderStatus.Preparing,
        OrderStatus.Completed => OrderStatus.Ready,
        OrderStatus.Cancelled => OrderStatus.New,
        _ => null,
    };

    public static string Of(OrderAge age) => age switch
    {
        OrderAge.Late => "late",
        OrderAge.Waiting => "waiting",
        _ => "fresh",
    };

    /// <summary>The word in front of a modifier; never the colour alone.</summary>
    public static string Of(ModifierAction action) => action switch
    {
        ModifierAction.Remove => "NO",
        ModifierAction.Extra => "EXTRA",
        ModifierAction.Light => "LIGHT",
        ModifierAction.Side => "SIDE",
        _ => "+",
    };

    public static string Css(ModifierAction action) => action switch
    {
        ModifierAction.Remove => "mod mod-remove",
        ModifierAction.Extra => "mod mod-extra",
        ModifierAction.Light => "mod mod-light",
        ModifierAction.Side => "mod mod-side",
        _ => "mod",
    };
}
