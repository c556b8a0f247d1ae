using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Pipeline.Menu;

/// <summary>After a night of upkeep the caches are cold: this makes the first guest's message as quick as the hundredth.</summary>
public sealed class CacheWarmUp(MenuCache menu, ITodayFigures figures, IOrders orders, ISettings settings, TimeProvider clock) : Job<NoArguments>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new(
        "menu/warm-up", "Cache warm-up", "Reads the menu, one message on every dish of it, and today's figures, so that the first guest waits for nothing.")
    {
        Schedule = Timetable.Daily(new(5, 0)),
        SoftLimit = TimeSpan.FromMinutes(2),
        HardLimit = TimeSpan.FromMinutes(3),
    };

    public override async Task<string> RunAsync(NoArguments arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        await menu.ReadyAsync(cancellationToken);
        await menu.RefreshAsync(cancellationToken);
        var index = menu.Current;
        var read = 0;
        var dishes = index.Menu.Items.Select(item => item.Name).ToList();
        foreach (var dish in dishes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OrderParser.Parse(Screener.Screen($"two {dish} please"), index);
            if (++read % 20 == 0)
                progress.Report(80 * read / dishes.Count, $"{read} of {dishes.Count} dishes");
        }

        progress.Report(90, "today's figures");
        await figures.ReadAsync(cancellationToken);
        await orders.BoardAsync(settings.Current.DayOf(clock.GetUtcNow()), null, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{read} dishes read in {clock.GetElapsedTime(began).TotalMilliseconds:0} ms, figures and board loaded");
    }
}
