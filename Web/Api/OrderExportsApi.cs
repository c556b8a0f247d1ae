using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Orders;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class OrderExportsApi
{
    public static void MapOrderExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/orders/exports").WithTags("Orders").RequireAuthorization(Policies.Front);
        exports.MapGet("/", List);
        exports.MapGet("/{day}", Download);
    }

    /// <summary>The files that the daily export has written on this node, the newest day first.</summary>
    private static Ok<IReadOnlyList<OrderExport>> List(IOrderExports exports) => TypedResults.Ok(exports.List());

    /// <summary>The file of one day (YYYY-MM-DD), as it was written.</summary>
    private static Results<FileStreamHttpResult, ProblemHttpResult> Download(DateOnly day, IOrderExports exports) => exports.Open(day) is { } file
        ? TypedResults.File(file, "text/csv; charset=utf-8", $"orders-{day:yyyy-MM-dd}.csv")
        : ChangeResults.Missing("export");
}
