using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Database;

public sealed class MigrationsTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Migrations_hold_the_whole_model(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = database.Services();
        await using var context = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();

        context.Database.HasPendingModelChanges().ShouldBeFalse("run .ci/migrations/add NAME");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_start_leaves_what_is_there_and_refuses_a_database_of_a_newer_version(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = database.Services();
        var migration = services.GetRequiredService<DatabaseMigration>();
        await using var context = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        context.Messages.Add(new CustomerMessage { Channel = "web", ExternalId = "1", Sender = "ann", Text = "hello" });
        await context.SaveChangesAsync();

        await migration.RunAsync(default);
        (await context.Messages.CountAsync()).ShouldBe(1);

        await context.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29990101000000_Later', '99.0.0')""");
        var refused = await Should.ThrowAsync<UnusableSettingException>(() => migration.RunAsync(default));
        refused.Message.ShouldContain("newer version of the program (29990101000000_Later)");
        (await context.Messages.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_same_external_id_cannot_be_stored_twice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = database.Services();
        await using var context = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        context.Messages.Add(new CustomerMessage { Channel = "web", ExternalId = "1", Sender = "ann", Text = "hello" });
        context.Messages.Add(new CustomerMessage { Channel = "web", ExternalId = "1", Sender = "ann", Text = "hello" });

        await Should.ThrowAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }
}
