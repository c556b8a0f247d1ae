using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Shared;

namespace Restaurant.Web.Api;

/// <summary>What came of a change of the menu, in HTTP's words.</summary>
internal static class MenuResults
{
    public static Results<Ok<ItemView>, ProblemHttpResult> Of(MenuVerdict verdict, Guid id, HttpResponse response) =>
        verdict.Outcome is MenuOutcome.Saved or MenuOutcome.Unchanged ? Item(verdict.Menu, id, response) : Problem(verdict);

    public static Results<Ok<ItemView>, ProblemHttpResult> Item(RestaurantMenu menu, Guid id, HttpResponse response)
    {
        if (menu.Items.FirstOrDefault(candidate => candidate.Id == id) is not { } item)
            return ChangeResults.Missing("item");
        response.Headers.ETag = $"\"{item.Revision}\"";
        return TypedResults.Ok(new ItemView(item, menu.CategoryOf(id)!.Name));
    }

    public static ProblemHttpResult Problem(MenuVerdict verdict, IReadOnlyList<BadRow>? badRows = null) => TypedResults.Problem(
        string.Join(" ", verdict.Problems.Select(problem => problem.Message).Take(5)),
        statusCode: verdict.Outcome switch
        {
            MenuOutcome.Missing => StatusCodes.Status404NotFound,
            MenuOutcome.Conflict => StatusCodes.Status412PreconditionFailed,
            _ => StatusCodes.Status400BadRequest,
        },
        extensions: [new("problems", verdict.Problems), new("badRows", badRows ?? [])]);
}

public sealed record ItemView(MenuItem Item, string Category);
