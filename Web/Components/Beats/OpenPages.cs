using Microsoft.Extensions.Options;

namespace Restaurant.Web.Components.Beats;

/// <summary>How many pages this node keeps: open ones, and those whose browser may come back.</summary>
public sealed class OpenPages(IOptions<PagesSettings> settings)
{
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>One more would be at the cost of those that are open.</summary>
    public bool IsFull => Count >= settings.Value.Most;

    public void Add() => Interlocked.Increment(ref count);

    public void Remove() => Interlocked.Decrement(ref count);
}
