using System.Globalization;
using Microsoft.AspNetCore.Components;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Live;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Learning;
using Restaurant.Pipeline.Menu;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Pages.Learning;

public sealed partial class LearningPage
{
    private const int ShownRows = 20;

    private Accuracy? accuracy;
    private IReadOnlyList<AliasProposal> proposals = [];
    private IReadOnlyList<Training> trainings = [];
    private Page<Verdict> disagreements = new([], 0);
    private bool busy;

    [Inject] public required ILearning Learning { get; init; }
    [Inject] public required IntentTraining Training { get; init; }
    [Inject] public required CurrentIntentModel Model { get; init; }
    [Inject] public required MenuCache Menu { get; init; }
    [Inject] public required IMenuStore MenuStore { get; init; }
    [Inject] public required Shown Shown { get; init; }
    [Inject] public required TimeProvider Clock { get; init; }

    protected override Topic Watched => Topic.Learning | Topic.Reviews | Topic.Menu;

    // Every decision of years is counted anew: while somebody works through the review, now and then is soon enough.
    protected override TimeSpan? Pace => TimeSpan.FromSeconds(2);

    protected override Task OnInitializedAsync() => ReloadAsync();

    protected override async Task ReloadAsync()
    {
        await Menu.ReadyAsync(Gone);
        var verdicts = await Learning.VerdictsAsync(Clock.GetUtcNow(), Gone);
        proposals = OpenProposals.Of(verdicts, await Learning.DismissedAsync(Gone), Menu.Current.Menu);
        disagreements = await Learning.DisagreementsAsync(0, ShownRows, Gone);
        trainings = await Learning.TrainingsAsync(ShownRows, Gone);
        accuracy = Accuracy.Of(verdicts, Shown.Settings);
    }

    private async Task RetrainAsync()
    {
        busy = true;
        try
        {
            var training = await Training.RetrainAsync(await WhoAsync(), Gone);
            Notify.Info(training.Replaced ? "The new classifier took over" : "The present classifier stays", training.Summary);
            await ReloadAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private async Task AcceptAsync(AliasProposal proposal)
    {
        var item = Menu.Current.Menu.Items.FirstOrDefault(candidate => string.Equals(candidate.Name, proposal.Item, StringComparison.OrdinalIgnoreCase));
        if (item is null)
        {
            Notify.Warning("Not done", $"{proposal.Item} is no longer on the menu.");
            return;
        }

        var saved = await MenuStore.ChangeAsync(new AddAlias(item.Id, proposal.Words), await WhoAsync(), "proposed by corrections", CancellationToken.None);
        if (saved.Outcome is MenuOutcome.Saved && saved.Entry is { } entry)
            Undo.Offer($"“{proposal.Words}” now means {item.Name}", async () => await MenuStore.UndoAsync(entry, await WhoAsync(), CancellationToken.None));
        else if (saved.Problems.Count > 0)
            Notify.Warning("Not done", saved.Problems[0].Message);
        await Menu.RefreshAsync(Gone);
        await ReloadAsync();
    }

    private async Task DismissAsync(AliasProposal proposal)
    {
        var who = await WhoAsync();
        var dismissed = await Learning.DismissAsync(proposal.Item, proposal.Words, who, CancellationToken.None);
        if (Tell(dismissed))
            Undo.Offer(dismissed.Sentence.TrimEnd('.'), async () => Must(await Learning.ProposeAgainAsync(dismissed.Value!.Id, who, CancellationToken.None)));
        await ReloadAsync();
    }

    private static string Say(Intent intent, IReadOnlyList<OrderLine> lines) => intent != Intent.Order
        ? intent.ToString().ToLower(CultureInfo.InvariantCulture)
        : lines.Count == 0 ? "an order without dishes" : string.Join(", ", lines.Select(line => $"{line.Quantity} × {line.Item}"));

    private static string Share(int part, int whole) =>
        whole == 0 ? "–" : Percent.Of((double)part / whole);
}
