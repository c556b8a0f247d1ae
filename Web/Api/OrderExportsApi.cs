using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class OrderExportsApi
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void MapOrderExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/orders/exports").WithTags("Orders").RequireAuthorization(Policies.Front);
        exports.MapGet("/", List);
        exports.MapGet("/{day}", DownloadAsync);
    }

    /// <summary>The files that the daily export has written on the node that answers, with its name, the newest day first. Any day can be had at any node, listed there or not.</summary>
    private static Ok<IReadOnlyList<OrderExport>> List(IOrderExports exports) => TypedResults.Ok(exports.List());

    /// <summary>
    /// The orders of one day (YYYY-MM-DD): the file as it was written where this node has it, else made from the orders, so that every node
    /// can give every day.
    /// </summary>
    private static async Task<Results<FileStreamHttpResult, FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        DateOnly day, IOrderExports exports, IOrders orders, ISettings settings, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"orders-{day:yyyy-MM-dd}.csv");
        if (exports.Open(day) is { } file)
            return TypedResults.File(file, Csv, name);

        // A day's first and last moment must exist in every time zone.
        var rows = day.Year is > 1 and < 9999 ? await orders.DayAsync(day, cancellationToken) : [];
        return rows.Count > 0
            ? TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(OrderCsv.Of(rows, settings.Current.ToLocal))], Csv, name)
            : ChangeResults.Missing("export");
    }
}
