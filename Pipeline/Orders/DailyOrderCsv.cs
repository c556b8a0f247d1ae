using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Settings;

namespace Restaurant.Pipeline.Orders;

/// <summary>Writes the day's orders to a file that a bookkeeper can open.</summary>
public sealed class DailyOrderCsv(IOrders orders, IOrderExports exports, ISettings settings) : Job<DailyOrderCsv.Which>, IDefinedJob
{
    public static JobDefinition Definition { get; } = new(
        "orders/daily-csv", "Daily order CSV", "Writes a day's orders by time of day to exports/orders-YYYY-MM-DD.csv in the data directory of the node that runs it. Every node gives every day at /api/orders/exports/YYYY-MM-DD.")
    {
        // When the day is over; what is changed after midnight is in the next export of that day.
        Schedule = Timetable.Daily(new(0, 10)),
        Missed = MissedRuns.All,
        Arguments = typeof(Which),
    };

    public override async Task<string> RunAsync(Which arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        var day = arguments.Day ?? settings.Current.DayOf(progress.ScheduledAt).AddDays(-1);
        progress.Report(10, "reading the orders");
        var rows = await orders.DayAsync(day, cancellationToken);
        progress.Report(60, "writing the file");
        var file = await exports.WriteAsync(day, OrderCsv.Of(rows, settings.Current.ToLocal), cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{rows.Count} order{(rows.Count == 1 ? "" : "s")} of {day:yyyy-MM-dd} written to {file}");
    }

    public sealed record Which
    {
        [Display(Description = "The day to write; the day before where none is given.")]
        public DateOnly? Day { get; init; }
    }
}
