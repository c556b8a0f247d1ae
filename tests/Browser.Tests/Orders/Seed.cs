using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Menu;
using Restaurant.Pipeline.Menu;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Orders;

/// <summary>Puts into the running program what would have come from customers. Every test takes a sender of its own, because all share one board.</summary>
internal sealed class Seed(TheApp app)
{
    public const string Who = "the seed";

    public async Task<Order> OrderAsync(string sender, params OrderLine[] lines)
    {
        var placed = await app.Services.GetRequiredService<IOrders>().PlaceAsync(
            new("web", sender, "two classics please, one without pickles", lines), Who, default);
        return placed.IsDone ? placed.Value : throw new InvalidOperationException(placed.Sentence);
    }

    /// <summary>A run of the job, once it has come to that state.</summary>
    public async Task JobAsync(string job, JobRunState state)
    {
        var runs = app.Services.GetRequiredService<IJobRuns>();
        var run = (await runs.EnqueueAsync(new(job, Who, JobCause.Person), default)).Value ?? throw new InvalidOperationException($"{job} was not taken.");
        await Poll.UntilAsync(async () => (await runs.FindAsync(run.Id, default))!.Run.State == state, $"{job} is {state}");
    }

    public static OrderLine Line(string item, int quantity, string station, params OrderModifier[] modifiers) =>
        new(item, quantity, null, modifiers, 1090, "", "", station);

    public async Task<ReviewItem> ReviewAsync(string sender, string words, IReadOnlyList<ReadLine> lines, params UnmatchedPhrase[] unmatched)
    {
        await MenuAsync();
        var message = await MessageAsync(sender, words, MessageOutcome.Review);
        var menu = app.Services.GetRequiredService<MenuCache>().Current.Menu;
        var item = new ReviewItem
        {
            MessageNumber = message.Number,
            Channel = "web",
            Sender = sender,
            Words = words,
            Reason = unmatched.Length > 0 ? $"unclear: {string.Join(", ", unmatched.Select(phrase => phrase.Words))}" : "not sure enough",
            Intent = Intent.Order,
            Confidence = 0.62,
            Lines = Pricing.Price(lines, menu, DateTimeOffset.UtcNow).Lines,
            Unmatched = unmatched,
            CreatedAt = DateTimeOffset.UtcNow.AddMinutes(-4),
        };
        await AddAsync(item, Topic.Reviews);
        return item;
    }

    public async Task<Enquiry> EnquiryAsync(string sender, string words, string reason, string draft = "")
    {
        var message = await MessageAsync(sender, words, MessageOutcome.Enquiry);
        var enquiry = new Enquiry
        {
            MessageNumber = message.Number,
            Channel = "web",
            Sender = sender,
            Words = words,
            Reason = reason,
            Draft = draft,
            CreatedAt = DateTimeOffset.UtcNow.AddMinutes(-12),
        };
        await AddAsync(enquiry, Topic.Enquiries);
        return enquiry;
    }

    public async Task<FiledMessage> FiledAsync(string sender, string words, Intent intent)
    {
        var message = await MessageAsync(sender, words, intent == Intent.Offensive ? MessageOutcome.Offensive : MessageOutcome.Miscellaneous);
        var filed = new FiledMessage
        {
            MessageNumber = message.Number,
            Channel = "web",
            Sender = sender,
            Words = words,
            Intent = intent,
            Reason = intent == Intent.Offensive ? "an insult" : "thanks",
            CreatedAt = DateTimeOffset.UtcNow.AddMinutes(-2),
        };
        await AddAsync(filed, Topic.Filing);
        return filed;
    }

    /// <summary>Somebody says that the words, which we did not understand, mean a Blue Barn.</summary>
    public async Task TeachAsync(string text, string words)
    {
        await MenuAsync();
        var lesson = new Lesson(text, Intent.Order, 0.5, [], [new(words, [])], Intent.Order, [Line("Blue Barn", 1, "grill")]);
        (await app.Services.GetRequiredService<ILearning>().TeachAsync(lesson, Who, default)).IsDone.ShouldBeTrue();
    }

    /// <summary>A person decided that a customer's message, taken for thanks, orders a Blue Barn.</summary>
    public async Task CorrectedAsync(string sender, string words)
    {
        var message = await MessageAsync(sender, words, MessageOutcome.Order);
        var verdict = new Verdict
        {
            MessageNumber = message.Number,
            Words = words,
            UnderstoodIntent = Intent.Miscellaneous,
            DecidedIntent = Intent.Order,
            DecidedLines = [Line("Blue Barn", 1, "grill")],
            DecidedBy = Who,
            DecidedAt = DateTimeOffset.UtcNow,
            Corrected = true,
        };
        await AddAsync(verdict, Topic.Learning);
    }

    public async Task MenuAsync()
    {
        await app.Services.GetRequiredService<SampleMenu>().PutIntoEmptyAsync(default);
        await app.Services.GetRequiredService<MenuCache>().RefreshAsync(default);
    }

    private async Task<CustomerMessage> MessageAsync(string sender, string words, MessageOutcome outcome)
    {
        var message = new CustomerMessage
        {
            Channel = "web",
            ExternalId = Guid.NewGuid().ToString(),
            Sender = sender,
            Text = words,
            Status = MessageStatus.Registered,
            Outcome = outcome,
            ReceivedAt = DateTimeOffset.UtcNow,
            SentAt = DateTimeOffset.UtcNow,
            ProcessedAt = DateTimeOffset.UtcNow,
        };
        await AddAsync(message, Topic.Messages);
        return message;
    }

    private async Task AddAsync(object row, Topic topic)
    {
        await using var database = await app.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        database.Add(row);
        await database.SaveChangesAsync();
        app.Services.GetRequiredService<ChangeFeed>().Publish(topic);
    }
}
