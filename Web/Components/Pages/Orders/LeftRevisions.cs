using Restaurant.Domain.Orders;

namespace Restaurant.Web.Components.Pages.Orders;

/// <summary>Changes of orders that one viewer left without saving, until the offer to go back to them ends.</summary>
public sealed class LeftRevisions
{
    private readonly Dictionary<Guid, KeptRevision> left = [];

    public void Keep(Guid order, KeptRevision revision) => left[order] = revision;

    public KeptRevision? Take(Guid order) => left.Remove(order, out var revision) ? revision : null;
}

/// <param name="Version">The order's version that the change was begun on.</param>
public sealed record KeptRevision(int Version, KeptOrder Order);
