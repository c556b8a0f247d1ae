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
            await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(5)));
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

        var warm = Median(sizes[(sizes.Count / 5)..(2 * sizes.Count / 5)]);
        var end = Median(sizes[(4 * sizes.Count / 5)..]);
        var grown = (end / warm) - 1;
        var warnings = await File.ReadAllTextAsync(node.Log);
        Amount.Write(string.Create(CultureInfo.InvariantCulture, $"all done after {watch.Elapsed.TotalMinutes:0.0} min, {feed.Repeated} sent again; memory {warm:0} MB after warm-up, {end:0} MB at the end ({grown:+0.0%;-0.0%}), most {sizes.Max():0} MB; {warnings.Split("fail:").Length - 1} errors logged"));
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
