using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Restaurant.Domain.Live;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Menu;
using Restaurant.Pipeline.Menu;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Menu;

public sealed class MenuCacheTests
{
    private static readonly MenuItem Soup = new() { Name = "Soup", PriceMinor = 650 };

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_change_is_seen_by_its_signal_alone(DatabaseKind kind)
    {
        // A clock that stands still: the slow look that catches lost signals never comes.
        var clock = new FakeClock();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database, new(clock));
        var store = services.GetRequiredService<IMenuStore>();
        await store.ChangeAsync(new SaveItem(Soup, "Soups", null), "mia", null, default);
        await using var cache = await Running.StartAsync(services);

        await Poll.UntilAsync(() => clock.Waiting > 0, "it listens");
        await store.ChangeAsync(new SaveItem(Soup with { PriceMinor = 700 }, "Soups", null), "mia", null, default);

        await Poll.UntilAsync(() => cache.Menu.Items.Single().PriceMinor == 700, "the cache has the new price");
    }

    [Fact]
    public async Task A_change_that_nobody_signalled_is_found_all_the_same()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var here = Services(database);
        await using var elsewhere = Services(database);
        await using var cache = await Running.StartAsync(here);
        cache.Menu.Items.ShouldBeEmpty();

        await elsewhere.GetRequiredService<IMenuStore>().ChangeAsync(new SaveItem(Soup, "Soups", null), "mia", null, default);

        await Poll.UntilAsync(() => cache.Menu.Items.Any(), "the safety check has found the change");
    }

    [Fact]
    public async Task The_old_menu_serves_on_while_the_database_is_away_and_the_new_one_follows()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var services = Services(database);
        var store = services.GetRequiredService<IMenuStore>();
        await store.ChangeAsync(new SaveItem(Soup, "Soups", null), "mia", null, default);
        await using var cache = await Running.StartAsync(services);

        await store.ChangeAsync(new SaveItem(Soup with { PriceMinor = 900 }, "Soups", null), "mia", null, default);
        await using var context = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        await context.Database.ExecuteSqlRawAsync("ALTER TABLE menu RENAME TO menu_away");
        services.GetRequiredService<ChangeFeed>().Publish(Topic.Menu);
        await Should.ThrowAsync<Exception>(() => store.VersionAsync(default));
        cache.Menu.Items.ShouldHaveSingleItem();

        await context.Database.ExecuteSqlRawAsync("ALTER TABLE menu_away RENAME TO menu");
        await Poll.UntilAsync(() => cache.Menu.Items.Single().PriceMinor == 900, "the cache has recovered");
    }

    [Fact]
    public async Task A_console_program_loads_it_once_and_needs_no_host()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var services = Services(database);
        var cache = services.GetRequiredService<MenuCache>();
        Should.Throw<InvalidOperationException>(() => cache.Current).Message.ShouldContain("ReadyAsync");

        await cache.ReadyAsync(default);
        cache.Current.Menu.Items.ShouldBeEmpty();
    }

    private static ServiceProvider Services(TestDatabase database, ChangeFeed? feed = null) =>
        database.Services(services => services.AddSingleton(feed ?? new ChangeFeed(TimeProvider.System)).AddMenuStore().AddMenuCache());

    private sealed class Running(MenuCache cache) : IAsyncDisposable
    {
        public RestaurantMenu Menu => cache.Current.Menu;

        public static async Task<Running> StartAsync(IServiceProvider services)
        {
            var cache = services.GetServices<IHostedService>().OfType<MenuCache>().Single();
            await cache.StartAsync(default);
            return new(cache);
        }

        public async ValueTask DisposeAsync() => await cache.StopAsync(default);
    }
}
