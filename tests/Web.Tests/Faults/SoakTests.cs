using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Faults;

/// <summary>Hours of business in minutes; asked for by tests/soak alone.</summary>
public sealed class SoakTests
{
    [Fact, Trait("Kind", "soak")]
    public async Task A_steady_load_brings_no_error_and_lets_memory_grow_by_no_more_than_a_twentieth()
    {
        var (minutes, rate) = (Amount.Of("SOAK_MINUTES", 20), Amount.Of("SOAK_RATE", 2000));
        await using var node = await OneNode.StartAsync(DatabaseKind.Postgres);
        var count = minutes * 60 * rate;
        using var feed = await node.FeedAsync(count, rate);
        var watch = Stopwatch.StartNew();
        var sending = feed.SendAllAsync();
        var sizes = new List<double>();
        while (!sending.IsCompleted)
        {
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(1)));
            sizes.Add(Megabytes(node.Product.Id));
        }

        await sending;
        var took = watch.Elapsed;
        await using var context = node.Books.Open();
        var left = await context.Messages.CountAsync(message => message.ProcessedAt == null);
        Amount.Write(string.Create(CultureInfo.InvariantCulture, $"{count} messages taken in {took.TotalMinutes:0.0} min ({count / took.TotalSeconds:0} a second), {left} of them not done yet at that moment"));

        // A machine that was too busy works off what is left; one that is stuck does not.
        while (left > 0)
        {
            var before = left;
            await Task.Delay(TimeSpan.FromSeconds(30));
            left = await context.Messages.CountAsync(message => message.ProcessedAt == null);
            left.ShouldBeLessThan(before, "work goes on");
        }

        // Between two collections memory rises and falls by hundreds of MB, as the collector finds time. What is held for good is the least of some minutes.
        var (warm, end) = (sizes[(sizes.Count / 5)..(2 * sizes.Count / 5)], sizes[(4 * sizes.Count / 5)..]);
        var grown = (end.Min() / warm.Min()) - 1;
        var warnings = await File.ReadAllTextAsync(node.Log);
        Amount.Write(string.Create(CultureInfo.InvariantCulture, $"all done after {watch.Elapsed.TotalMinutes:0.0} min, {feed.Repeated} sent again; memory at least {warm.Min():0} MB after warm-up and {end.Min():0} MB at the end ({grown:+0.0%;-0.0%}), {Median(warm):0} and {Median(end):0} MB half of the time, most {sizes.Max():0} MB; {warnings.Split("fail:").Length - 1} errors logged"));
        (await context.Messages.CountAsync(message => message.Status == MessageStatus.Registered)).ShouldBe(count);
        feed.Repeated.ShouldBe(0);
        warnings.ShouldNotContain("fail:");
        grown.ShouldBeLessThan(0.05);
    }

    private static double Median(List<double> sizes) => sizes.Order().ElementAt(sizes.Count / 2);

    private static double Megabytes(int process)
    {
        using var measured = Process.GetProcessById(process);
        return measured.WorkingSet64 / 1024.0 / 1024.0;
    }
}
