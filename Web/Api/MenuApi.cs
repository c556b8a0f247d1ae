using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Menu.Files;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Menu;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class MenuApi
{
    public static void MapMenu(this IEndpointRouteBuilder routes)
    {
        var menu = routes.MapGroup("/api/menu").WithTags("Menu").RequireAuthorization(Policies.Look);
        menu.MapGet("/", Whole).Produces<string>(200, "application/json");
        menu.MapGet("/export", Export).Produces<string>(200, "application/json", "text/csv");
        menu.MapPost("/import", Import).RequireAuthorization(Policies.Manage).Accepts<string>("text/csv", "application/json")
            .WithMetadata(new RequestSizeLimitAttribute(MenuFile.MaxBytes + 1024));
        menu.MapGet("/items", List);
        menu.MapGet("/items/{id:guid}", Find);
        menu.MapPost("/items", Add).RequireAuthorization(Policies.Manage);
        menu.MapPut("/items/{id:guid}", Save).RequireAuthorization(Policies.Manage);
        menu.MapDelete("/items/{id:guid}", Remove).RequireAuthorization(Policies.Manage);
        menu.MapPut("/items/{id:guid}/sold-out", SoldOut).RequireAuthorization(Policies.Kitchen);
        menu.MapGet("/history", History);
        menu.MapPost("/history/{id:guid}/undo", Undo).RequireAuthorization(Policies.Manage);
    }

    /// <summary>The whole menu in its JSON form: categories, items, sizes, modifier groups; prices as decimals.</summary>
    private static async Task<ContentHttpResult> Whole(IMenuStore store, ISettings settings, CancellationToken cancellationToken) =>
        TypedResults.Text(MenuJson.Write(await store.LoadAsync(cancellationToken), settings.Current.Decimals), "application/json", Encoding.UTF8);

    /// <summary>The menu as a file: everything as json, the items alone as csv.</summary>
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        string? format, IMenuStore store, ISettings settings, CancellationToken cancellationToken)
    {
        var name = $"menu.{format ?? "json"}";
        if (!MenuFiles.IsKnown(name))
            return TypedResults.Problem("The format is json or csv.", statusCode: StatusCodes.Status400BadRequest);
        var text = MenuFiles.Write(name, await store.LoadAsync(cancellationToken), settings.Current.Decimals);

        // With the mark at its beginning, spreadsheets read the table as UTF-8.
        return MenuFiles.IsJson(name)
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "application/json", name)
            : TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", name);
    }

    /// <summary>Makes the menu what the body says, CSV or JSON by its content type. Bad rows are named, good ones kept.</summary>
    /// <param name="keep">Leaves items that are not in the file on the menu.</param>
    /// <param name="preview">Only says what would change.</param>
    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> Import(
        HttpRequest request, IMenuStore store, ISettings settings, ClaimsPrincipal user, CancellationToken cancellationToken,
        bool keep = false, bool preview = false)
    {
        var name = request.ContentType?.Contains("csv", StringComparison.OrdinalIgnoreCase) == true ? "menu.csv" : "menu.json";
        var file = await MenuFiles.ReadAsync(name, request.Body, settings.Current.Decimals, cancellationToken);
        var import = new ImportMenu(file, name, keep);
        var before = await store.LoadAsync(cancellationToken);
        var verdict = preview ? import.Decide(before) : await store.ChangeAsync(import, user.Who, null, cancellationToken);
        return verdict.Outcome is MenuOutcome.Saved or MenuOutcome.Unchanged
            ? TypedResults.Ok(ImportView.Of(MenuDifference.Between(before, verdict.Menu), file, verdict))
            : MenuResults.Problem(verdict, file.BadRows);
    }

    /// <summary>The items, in the menu's order, filtered and paged.</summary>
    private static async Task<Paged<ItemView>> List(
        IMenuStore store, TimeProvider clock, [MaxLength(200)] string? q, [MaxLength(120)] string? category, bool? soldOut, int? page, int? size,
        CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        var found = (await store.LoadAsync(cancellationToken)).Find(new(q, category, soldOut), clock.GetUtcNow()).ToList();
        return new Page<(MenuItem Item, string Category)>([.. found.Skip(skip).Take(rows)], found.Count)
            .To(number, rows, row => new ItemView(row.Item, row.Category));
    }

    /// <summary>One item; its ETag is what If-Match wants.</summary>
    private static async Task<Results<Ok<ItemView>, ProblemHttpResult>> Find(
        Guid id, IMenuStore store, HttpResponse response, CancellationToken cancellationToken) =>
        MenuResults.Item(await store.LoadAsync(cancellationToken), id, response);

    /// <summary>Puts a new item on the menu.</summary>
    private static async Task<Results<Ok<ItemView>, ProblemHttpResult>> Add(
        MenuItemBody body, IMenuStore store, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var item = body.ToItem(Guid.CreateVersion7());
        return MenuResults.Of(await store.ChangeAsync(new SaveItem(item, body.Category, null), user.Who, body.Why, cancellationToken), item.Id, response);
    }

    /// <summary>Gives an item a new value. Needs If-Match, so that two editors do not overwrite one another.</summary>
    private static async Task<Results<Ok<ItemView>, ProblemHttpResult>> Save(
        Guid id, MenuItemBody body, IMenuStore store, ClaimsPrincipal user, HttpRequest request, HttpResponse response, CancellationToken cancellationToken) =>
        request.IfMatch() is { } seen
            ? MenuResults.Of(await store.ChangeAsync(new SaveItem(body.ToItem(id), body.Category, seen), user.Who, body.Why, cancellationToken), id, response)
            : ChangeResults.VersionMissing();

    /// <summary>Takes an item off the menu. It can be put back from the history.</summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> Remove(
        Guid id, IMenuStore store, ClaimsPrincipal user, HttpRequest request, CancellationToken cancellationToken)
    {
        var verdict = await store.ChangeAsync(new RemoveItem(id, request.IfMatch()), user.Who, null, cancellationToken);
        return verdict.Outcome == MenuOutcome.Saved ? TypedResults.NoContent() : MenuResults.Problem(verdict);
    }

    /// <summary>Says until when an item cannot be sold: a time, a number of minutes, until further notice, or (with nothing) available again.</summary>
    private static async Task<Results<Ok<ItemView>, ProblemHttpResult>> SoldOut(
        Guid id, SoldOutBody body, IMenuStore store, TimeProvider clock, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        var until = body.UntilFurtherNotice ? MarkSoldOut.UntilFurtherNotice : body.Minutes is { } minutes ? clock.GetUtcNow().AddMinutes(minutes) : body.Until;
        return MenuResults.Of(await store.ChangeAsync(new MarkSoldOut(id, until), user.Who, null, cancellationToken), id, response);
    }

    /// <summary>Who changed what, newest first; of one item, group or category where its id is given.</summary>
    private static async Task<Paged<MenuHistoryEntry>> History(
        IMenuStore store, Guid? subject, int? page, int? size, CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        return (await store.HistoryAsync(subject, skip, rows, cancellationToken)).To(number, rows, entry => entry);
    }

    /// <summary>Puts back what one change changed.</summary>
    private static async Task<Results<Ok<UndoneView>, ProblemHttpResult>> Undo(
        Guid id, IMenuStore store, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var verdict = await store.UndoAsync(id, user.Who, cancellationToken);
        return verdict.Outcome is MenuOutcome.Saved or MenuOutcome.Unchanged
            ? TypedResults.Ok(new UndoneView(verdict.Outcome == MenuOutcome.Saved, verdict.Entry))
            : MenuResults.Problem(verdict);
    }

    public sealed record SoldOutBody(DateTimeOffset? Until = null, [property: Range(1, 525_600)] int? Minutes = null, bool UntilFurtherNotice = false);

    /// <param name="Changed">False when the menu was so already.</param>
    public sealed record UndoneView(bool Changed, Guid? Entry);

    public sealed record ImportView(
        int Added, int Changed, int Removed, IReadOnlyList<MenuDifference> Changes, IReadOnlyList<BadRow> BadRows, Guid? Entry)
    {
        internal static ImportView Of(IReadOnlyList<MenuDifference> changes, MenuFile file, MenuVerdict verdict) => new(
            changes.Count(change => change.Kind == "item" && change.Before is null),
            changes.Count(change => change.Kind == "item" && change is { Before: not null, After: not null }),
            changes.Count(change => change.Kind == "item" && change.After is null),
            changes, file.BadRows, verdict.Entry);
    }
}
