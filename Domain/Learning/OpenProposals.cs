using Restaurant.Domain.Menu;
using Restaurant.Domain.Reviews;

namespace Restaurant.Domain.Learning;

public static class OpenProposals
{
    /// <summary>The alias proposals that follow from what people decided and that nobody has dismissed.</summary>
    public static IReadOnlyList<AliasProposal> Of(IEnumerable<Verdict> verdicts, IReadOnlyList<DismissedAlias> dismissed, RestaurantMenu menu)
    {
        var unwanted = dismissed.Select(one => (one.Item, one.Words)).ToHashSet();
        return [.. AliasProposal.From(verdicts.Select(verdict => verdict.ToCorrection()), menu).Where(one => !unwanted.Contains((one.Item, one.Words)))];
    }
}
