using System.Globalization;
using Restaurant.Domain.Messages;

namespace Restaurant.Web.Components.Shared.Runs;

/// <summary>Where to go from a message to what it became.</summary>
public sealed record MessageLink(string Text, string Href)
{
    public static MessageLink Of(MessageResult result, long number, Shown shown) => result.Kind switch
    {
        MessageOutcome.Order => new(OrderText(result, shown), $"/orders/{result.Id}"),
        MessageOutcome.Enquiry => new(result.Open ? "Open enquiry" : "Enquiry", $"/enquiries/{result.Id}"),
        MessageOutcome.Review => new(result.Open ? "Decide" : "Decided", $"/review/{result.Id}{(result.Open ? "" : "?tab=decided")}"),
        MessageOutcome.Offensive => new("Quarantined", string.Create(CultureInfo.InvariantCulture, $"/miscellaneous?tab=quarantined&message={number}")),
        _ => new("Filed", string.Create(CultureInfo.InvariantCulture, $"/miscellaneous?message={number}")),
    };

    private static string OrderText(MessageResult result, Shown shown) =>
        string.Create(CultureInfo.InvariantCulture, $"Order {result.OrderNumber} · {shown.Money(result.TotalMinor ?? 0)}");
}
