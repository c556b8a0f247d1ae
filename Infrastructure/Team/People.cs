using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Team;

internal sealed class People(IServiceScopeFactory scopes, IDbContextFactory<RestaurantDb> databases, TimeProvider clock) : IPeople
{
    private const int Attempts = 10;

    public async Task<IReadOnlyList<TeamMember>> ListAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Users.AsNoTracking().OrderBy(person => person.Email)
            .Select(person => new TeamMember(person.Id, person.Email!, person.Role, person.Disabled, person.PasswordHash == null,
                person.CreatedAt, person.SignedInAt))
            .ToListAsync(cancellationToken);
    }

    public Task<string> AddAsync(string email, string role, string who, CancellationToken cancellationToken) =>
        ChangeAsync(async (database, people) =>
        {
            var person = await CreateAsync(database, people, email, role, null, who);
            return await OneTimeLinks.IssueAsync(database, person.Id, clock, cancellationToken);
        }, cancellationToken);

    public Task AddWithPasswordAsync(string email, string role, string password, string who, CancellationToken cancellationToken) =>
        ChangeAsync((database, people) => CreateAsync(database, people, email, role, password, who), cancellationToken);

    public Task<string> NewLinkAsync(Guid id, string who, CancellationToken cancellationToken) =>
        ChangeAsync(async (database, people) =>
        {
            var person = await FindAsync(people, id);
            if (person.Disabled)
                throw new InvalidOperationException($"{person.Email} is switched off. Switch the account on first.");
            database.Audit.Add(Entry(person, who, $"made a new one-time link for {person.Email}"));
            return await OneTimeLinks.IssueAsync(database, id, clock, cancellationToken);
        }, cancellationToken);

    public Task ChangeRoleAsync(Guid id, string role, string who, CancellationToken cancellationToken) =>
        ChangeAsync(async (database, people) =>
        {
            var person = await FindAsync(people, id);
            if (person.Role == role)
                return true;
            Check(role);
            var before = person.Role;
            await KeepAnOwnerAsync(database, person, cancellationToken);
            person.Role = role;
            database.Audit.Add(Entry(person, who, $"made {person.Email} {role}", before, role));
            Refuse(await people.UpdateSecurityStampAsync(person));
            return true;
        }, cancellationToken);

    public Task SetDisabledAsync(Guid id, bool disabled, string who, CancellationToken cancellationToken) =>
        ChangeAsync(async (database, people) =>
        {
            var person = await FindAsync(people, id);
            if (disabled)
                await KeepAnOwnerAsync(database, person, cancellationToken);
            person.Disabled = disabled;
            database.Audit.Add(Entry(person, who, $"switched {person.Email} {(disabled ? "off" : "on")}"));
            Refuse(await people.UpdateSecurityStampAsync(person));
            return true;
        }, cancellationToken);

    public Task SignOutEverywhereAsync(Guid id, string who, CancellationToken cancellationToken) =>
        ChangeAsync(async (database, people) =>
        {
            var person = await FindAsync(people, id);
            database.Audit.Add(Entry(person, who, $"signed {person.Email} out everywhere"));
            Refuse(await people.UpdateSecurityStampAsync(person));
            return true;
        }, cancellationToken);

    // Who came second looks again at what the first has left, and hears then what is wrong with it.
    private async Task<T> ChangeAsync<T>(Func<RestaurantDb, UserManager<Person>, Task<T>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(change, cancellationToken);
            }
            catch (Exception exception) when (attempt < Attempts && exception.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure })
            {
                // At once: of all that were in each other's way, one has come through.
            }
        }
    }

    // Serializable: two owners who demote each other at the same moment must not both succeed.
    private async Task<T> TryAsync<T>(Func<RestaurantDb, UserManager<Person>, Task<T>> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        var outcome = await change(database, scope.ServiceProvider.GetRequiredService<UserManager<Person>>());
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private async Task<Person> CreateAsync(
        RestaurantDb database, UserManager<Person> people, string email, string role, string? password, string who)
    {
        Check(role);
        var person = new Person { UserName = email.Trim(), Email = email.Trim(), Role = role, CreatedAt = clock.GetUtcNow() };
        database.Audit.Add(Entry(person, who, $"added {person.Email} as {role}"));
        Refuse(password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password));
        return person;
    }

    private static async Task<Person> FindAsync(UserManager<Person> people, Guid id) =>
        await people.FindByIdAsync(id.ToString()) ?? throw new InvalidOperationException("That person is gone. Reload the page.");

    private static async Task KeepAnOwnerAsync(RestaurantDb database, Person leaving, CancellationToken cancellationToken)
    {
        if (leaving.Role == Role.Owner && !await database.Users.AnyAsync(
            person => person.Id != leaving.Id && person.Role == Role.Owner && !person.Disabled && person.PasswordHash != null, cancellationToken))
        {
            throw new InvalidOperationException($"{leaving.Email} is the last owner. Make somebody else owner first.");
        }
    }

    private static void Check(string role)
    {
        if (!Role.All.Contains(role))
            throw new InvalidOperationException($"There is no role '{role}'. Take one of: {string.Join(", ", Role.All)}.");
    }

    private static void Refuse(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', OneTimeLinks.Words(result)));
    }

    private AuditEntry Entry(Person person, string who, string what, string? before = null, string? after = null) =>
        new() { At = clock.GetUtcNow(), Who = who, What = what, Subject = $"team/{person.Id}", Before = before, After = after };
}
