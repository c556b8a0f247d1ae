using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Pipeline.Menu;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class OrdersApi
{
    public static void MapOrders(this IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/api/orders").WithTags("Orders").RequireAuthorization(Policies.Kitchen);
        orders.MapGet("/", List);
        orders.MapGet("/{id:guid}", Find);
        orders.MapGet("/day.csv", DayCsv);
        orders.MapGet("/day", Day);
        orders.MapPost("/", Place).RequireAuthorization(Policies.Front);
        orders.MapPost("/{id:guid}/move", Move);
        orders.MapPut("/{id:guid}/lines", Revise).RequireAuthorization(Policies.Front);
        orders.MapPost("/{id:guid}/cancel", Cancel).RequireAuthorization(Policies.Front);
        orders.MapPost("/{id:guid}/acknowledge", Acknowledge);
    }

    /// <summary>The orders, newest first, filtered and paged.</summary>
    private static async Task<Paged<OrderView>> List(
        IOrders orders, OrderStatus? status, DateOnly? day, [MaxLength(200)] string? search, [MaxLength(40)] string? channel, int? page, int? size,
        CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        return (await orders.PageAsync(new(status, day, search, channel), skip, rows, cancellationToken)).To(number, rows, OrderView.Of);
    }

    /// <summary>One order; its ETag is what If-Match wants.</summary>
    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Find(
        Guid id, IOrders orders, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(id, cancellationToken) is not { } order)
            return ChangeResults.Missing("order");
        response.Headers.ETag = $"\"{order.Version}\"";
        return TypedResults.Ok(OrderView.Of(order));
    }

    /// <summary>A day's orders as CSV, by time of day; today where no day is named. Safe to open in a spreadsheet.</summary>
    private static async Task<FileContentHttpResult> DayCsv(
        DateOnly? day, IOrders orders, ISettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var of = day ?? settings.Current.DayOf(clock.GetUtcNow());
        var csv = OrderCsv.Of(await orders.DayAsync(of, cancellationToken), settings.Current.ToLocal);

        // With the mark at its beginning, spreadsheets read the file as UTF-8.
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)], "text/csv; charset=utf-8", $"orders-{of:yyyy-MM-dd}.csv");
    }

    /// <summary>The numbers of a day; today where no day is named.</summary>
    private static async Task<DayFigures> Day(
        DateOnly? day, IOrders orders, ISettings settings, TimeProvider clock, CancellationToken cancellationToken) =>
        await orders.FiguresAsync(day ?? settings.Current.DayOf(clock.GetUtcNow()), settings.Current.ToLocal, cancellationToken);

    /// <summary>Places an order by hand. Prices come from the menu.</summary>
    private static async Task<Results<Created<OrderView>, ValidationProblem, ProblemHttpResult>> Place(
        OrderBody body, IOrders orders, MenuCache menu, TimeProvider clock, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var lines = body.Lines.Price(menu, clock, user.Who, out var problems);
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        var placed = await orders.PlaceAsync(
            new(body.Channel, body.Customer, body.Words, lines, Note: body.Note, PromisedAt: body.PromisedAt), user.Who, cancellationToken);
        if (!placed.IsDone)
            return ChangeResults.Problem(placed);
        response.Headers.ETag = $"\"{placed.Value.Version}\"";
        return TypedResults.Created($"/api/orders/{placed.Value.Id}", OrderView.Of(placed.Value));
    }

    /// <summary>Moves an order on the board. With If-Match only when nobody changed it meanwhile.</summary>
    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Move(
        Guid id, MoveBody body, IOrders orders, ClaimsPrincipal user, HttpRequest request, HttpResponse response, CancellationToken cancellationToken) =>
        body.Status == OrderStatus.Cancelled
            ? TypedResults.Problem("To cancel an order, post to its cancel address.", statusCode: StatusCodes.Status400BadRequest)
            : (await orders.MoveAsync(id, body.Status, request.IfMatch(), user.Who, body.Why, cancellationToken)).ToView(response);

    /// <summary>Gives an order other lines: a new revision. Needs If-Match.</summary>
    private static async Task<Results<Ok<OrderView>, ValidationProblem, ProblemHttpResult>> Revise(
        Guid id, ReviseBody body, IOrders orders, MenuCache menu, TimeProvider clock, ClaimsPrincipal user, HttpRequest request, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (request.IfMatch() is not { } version)
            return ChangeResults.VersionMissing();
        var lines = body.Lines.Price(menu, clock, user.Who, out var problems);
        if (problems.Count > 0)
            return TypedResults.ValidationProblem(problems);
        var revised = await orders.ReviseAsync(id, lines, version, user.Who, body.Why, cancellationToken);
        if (!revised.IsDone)
            return ChangeResults.Problem(revised);
        response.Headers.ETag = $"\"{revised.Value.Version}\"";
        return TypedResults.Ok(OrderView.Of(revised.Value));
    }

    /// <summary>Cancels an order. Needs If-Match.</summary>
    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Cancel(
        Guid id, CancelBody body, IOrders orders, ClaimsPrincipal user, HttpRequest request, HttpResponse response, CancellationToken cancellationToken) =>
        request.IfMatch() is not { } version
            ? ChangeResults.VersionMissing()
            : (await orders.MoveAsync(id, OrderStatus.Cancelled, version, user.Who, body.Why, cancellationToken)).ToView(response);

    /// <summary>The kitchen has seen the order, its change or its cancellation. Needs If-Match.</summary>
    private static async Task<Results<Ok<OrderView>, ProblemHttpResult>> Acknowledge(
        Guid id, IOrders orders, ClaimsPrincipal user, HttpRequest request, HttpResponse response, CancellationToken cancellationToken) =>
        request.IfMatch() is not { } version
            ? ChangeResults.VersionMissing()
            : (await orders.AcknowledgeAsync(id, version, user.Who, cancellationToken)).ToView(response);

    private static Results<Ok<OrderView>, ProblemHttpResult> ToView(this Domain.Shared.Change<Order> change, HttpResponse response) =>
        change.ToResult(response, OrderView.Of, order => order.Version);

    public sealed record OrderBody(
        [property: Required, MaxLength(CustomerMessage.MaxSender)] string Customer, [property: MinLength(1), MaxLength(100)] IReadOnlyList<LineBody> Lines,
        [property: MaxLength(CustomerMessage.MaxText)] string Words = "", [property: MaxLength(CustomerMessage.MaxChannel)] string Channel = "by hand",
        [property: MaxLength(1000)] string Note = "", DateTimeOffset? PromisedAt = null);

    public sealed record MoveBody(OrderStatus Status, [property: MaxLength(500)] string? Why = null);

    public sealed record ReviseBody(
        [property: MinLength(1), MaxLength(100)] IReadOnlyList<LineBody> Lines, [property: MaxLength(500)] string? Why = null);

    public sealed record CancelBody([property: MaxLength(500)] string? Why = null);
}
