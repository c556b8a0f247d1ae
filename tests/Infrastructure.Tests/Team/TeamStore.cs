using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Settings;
using Restaurant.Infrastructure.Team;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Team;

/// <summary>The team's storage on an empty database, with a clock to turn.</summary>
internal sealed class TeamStore : IAsyncDisposable
{
    public const string Password = "a long enough password";
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private TeamStore(TestDatabase database)
    {
        this.database = database;
        services = database.Services(more => more.AddSingleton<TimeProvider>(Clock).AddSingleton(database.Configuration()).AddSettings().AddTeam());
    }

    public FakeClock Clock { get; } = new();

    public IPeople People => services.GetRequiredService<IPeople>();

    public IApiKeys Keys => services.GetRequiredService<IApiKeys>();

    public OneTimeLinks Links => services.GetRequiredService<OneTimeLinks>();

    public static async Task<TeamStore> CreateAsync(DatabaseKind kind) => new(await TestDatabase.CreateAsync(kind));

    public Task AddAsync(string name, string role) => People.AddWithPasswordAsync($"{name}@example.com", role, Password, "test", CancellationToken.None);

    public async Task<TeamMember> FindAsync(string name) =>
        (await People.ListAsync(CancellationToken.None)).Single(person => person.Email == $"{name}@example.com");

    public async Task<List<AuditEntry>> AuditAsync()
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        return await context.Audit.AsNoTracking().ToListAsync();
    }

    /// <summary>The text of the stored keys and links: what a thief of the database would read.</summary>
    public async Task<string> SecretsAsync()
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        return string.Join('\n', context.Set<ApiKey>().Select(key => key.KeyHash).AsEnumerable()
            .Concat(context.Set<OneTimeLink>().Select(link => link.TokenHash)));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
