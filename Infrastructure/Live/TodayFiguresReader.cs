using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Settings;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Live;

/// <summary>Each open Live page asks every second while messages come in; they all get the same reading.</summary>
internal sealed class TodayFiguresReader : ITodayFigures
{
    private const int ShownMinutes = 30;

    // A commit may come a little after the moment it is dated; then the minute is over for good, and never counted again.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<DateTimeOffset, int> counted = [];
    private readonly IDbContextFactory<RestaurantDb> databases;
    private readonly ISettings settings;
    private readonly TimeProvider clock;
    private readonly SharedReading<TodayFigures> shared;

    public TodayFiguresReader(IDbContextFactory<RestaurantDb> databases, ISettings settings, TimeProvider clock)
    {
        (this.databases, this.settings, this.clock) = (databases, settings, clock);
        shared = new(CountAsync);
    }

    public Task<TodayFigures> ReadAsync(CancellationToken cancellationToken) => shared.AskAsync(cancellationToken);

    private async Task<TodayFigures> CountAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var day = settings.Current.DayOf(clock.GetUtcNow());
        var today = database.Orders.Where(order => order.Day == day && order.Status != OrderStatus.Cancelled);

        return new(
            await MinutesAsync(database, cancellationToken),
            await database.Orders.CountAsync(order => order.Status != OrderStatus.Completed && order.Status != OrderStatus.Cancelled, cancellationToken),
            await today.CountAsync(cancellationToken),
            await today.SumAsync(order => order.TotalMinor, cancellationToken),
            await database.Reviews.CountAsync(review => review.Status == ReviewStatus.Open, cancellationToken),
            await database.Enquiries.CountAsync(enquiry => enquiry.Status == EnquiryStatus.Open, cancellationToken));
    }

    private async Task<IReadOnlyList<int>> MinutesAsync(RestaurantDb database, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var thisMinute = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
        foreach (var old in counted.Keys.Where(minute => minute < thisMinute.AddMinutes(-ShownMinutes)))
            counted.TryRemove(old, out _);

        var minutes = new List<int>(ShownMinutes);
        for (var minute = thisMinute.AddMinutes(1 - ShownMinutes); minute <= thisMinute; minute = minute.AddMinutes(1))
        {
            if (!counted.TryGetValue(minute, out var count))
            {
                var (from, to) = (minute, minute.AddMinutes(1));
                count = await database.Messages.CountAsync(message => message.ReceivedAt >= from && message.ReceivedAt < to, cancellationToken);
                if (to + Settled < now)
                    counted[minute] = count;
            }

            minutes.Add(count);
        }

        return minutes;
    }
}
