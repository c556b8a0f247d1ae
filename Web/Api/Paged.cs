using Restaurant.Domain.Shared;

namespace Restaurant.Web.Api;

/// <summary>One page of a list.</summary>
/// <param name="Total">Rows on all pages together.</param>
/// <param name="Number">From 1.</param>
public sealed record Paged<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size);

internal static class Paging
{
    public const int MaxSize = 200;

    /// <summary>What is asked for beyond the bounds is brought to the nearest bound.</summary>
    public static (int Number, int Size, int Skip) Of(int? page, int? size)
    {
        var (number, rows) = (Math.Clamp(page ?? 1, 1, 1_000_000), Math.Clamp(size ?? 50, 1, MaxSize));
        return (number, rows, (number - 1) * rows);
    }

    public static Paged<TView> To<T, TView>(this Page<T> page, int number, int size, Func<T, TView> view) =>
        new([.. page.Rows.Select(view)], page.Total, number, size);
}
