using System.Security.Claims;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Learning;
using Restaurant.Pipeline.Menu;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class LearningApi
{
    public static void MapLearning(this IEndpointRouteBuilder routes)
    {
        var learning = routes.MapGroup("/api/learning").WithTags("Learning").RequireAuthorization(Policies.Manage);
        learning.MapGet("/", Look);
        learning.MapPost("/train", Train);
    }

    /// <summary>How often people agreed with what was understood, by week and by intent, and which other names of dishes they use.</summary>
    private static async Task<LearningView> Look(
        ILearning learning, MenuCache menu, ISettings settings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var verdicts = await learning.VerdictsAsync(clock.GetUtcNow(), cancellationToken);
        var accuracy = Accuracy.Of(verdicts, settings.Current);
        var proposals = OpenProposals.Of(verdicts, await learning.DismissedAsync(cancellationToken), menu.Current.Menu);
        return new(
            accuracy.Judged, accuracy.Right, accuracy.Weeks,
            [.. accuracy.Confusion.Select(cell => new ConfusionView(cell.Key.Understood, cell.Key.Decided, cell.Value))],
            [.. proposals.Select(proposal => new ProposalView(proposal.Item, proposal.Words, proposal.Confirmations))]);
    }

    /// <summary>Trains the classifier on what people decided. The new one takes over only when it is better on held-back messages.</summary>
    private static Task<Training> Train(IntentTraining training, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        training.RetrainAsync(user.Who, cancellationToken);

    internal sealed record LearningView(
        int Judged, int Right, IReadOnlyList<WeekOfVerdicts> Weeks, IReadOnlyList<ConfusionView> Confusion, IReadOnlyList<ProposalView> Proposals);

    internal sealed record ConfusionView(Intent Understood, Intent Decided, int Messages);

    internal sealed record ProposalView(string Item, string Words, int Confirmations);
}
