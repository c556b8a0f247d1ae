using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Enquiries;
using Restaurant.Infrastructure.Filing;
using Restaurant.Infrastructure.Orders;
using Restaurant.Infrastructure.Reviews;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Orders;

/// <summary>A database with the ports for what people do, and short ways to what a test needs.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string Ann = "ann@example.test";
    public static readonly OrderLine Bowl = new("River Bowl", 2, null, [], 1150, "two bowls", "name", "cold");
    public static readonly OrderLine Rice = new("Plain Rice", 1, null, [], 300, "rice", "name", "grill");
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private Scene(TestDatabase database, IInterceptor[] interceptors)
    {
        this.database = database;
        var settings = Substitute.For<ISettings>();
        settings.Current.Returns(new RestaurantSettings());
        services = database.Services(more => more.AddSingleton<TimeProvider>(new FromNoonOn()).AddSingleton<ChangeFeed>().AddSingleton(settings)
            .AddOrders().AddEnquiries().AddReviews().AddFiling()
            .ConfigureDbContext<SqliteRestaurantDb>(options => options.AddInterceptors(interceptors))
            .ConfigureDbContext<PostgresRestaurantDb>(options => options.AddInterceptors(interceptors)));
    }

    public static async Task<Scene> OpenAsync(DatabaseKind kind, params IInterceptor[] interceptors) => new(await TestDatabase.CreateAsync(kind), interceptors);

    public T Get<T>()
        where T : class => services.GetRequiredService<T>();

    public async Task<RestaurantDb> ContextAsync() => await Get<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();

    public async Task AddAsync(params object[] rows)
    {
        await using var context = await ContextAsync();
        context.AddRange(rows);
        await context.SaveChangesAsync();
    }

    public async Task<Order> PlaceAsync(params OrderLine[] lines)
    {
        var placed = await Get<IOrders>().PlaceAsync(new("web", "bob", "two bowls and rice", lines.Length > 0 ? lines : [Bowl, Rice]), Ann, default);
        placed.IsDone.ShouldBeTrue(placed.Sentence);
        return placed.Value!;
    }

    public async Task<ReviewItem> ReviewAsync(int minutesAgo = 0)
    {
        var message = new CustomerMessage { Channel = "web", ExternalId = Guid.NewGuid().ToString(), Sender = "bob", Text = "two bowls and moon soup", Outcome = MessageOutcome.Review };
        await AddAsync(message);
        var item = new ReviewItem
        {
            MessageNumber = message.Number,
            Channel = "web",
            Sender = "bob",
            Words = message.Text,
            Reason = "moon soup is not on the menu",
            Intent = Intent.Order,
            Confidence = 0.6,
            Lines = [Bowl],
            Unmatched = [new("moon soup", [new("Plain Rice", 0.4, "sounds alike")])],
            CreatedAt = DateTimeOffset.UtcNow.AddMinutes(-minutesAgo),
        };
        await AddAsync(item);
        return item;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Whenever a test begins, it is noon: what it does belongs to one day.</summary>
    private sealed class FromNoonOn : TimeProvider
    {
        private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        private readonly long began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Noon + System.GetElapsedTime(began);
    }
}
