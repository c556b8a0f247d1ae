using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Team;

/// <summary>Links that make the first owner and let people set their password. Each works once, for a day.</summary>
public sealed class OneTimeLinks(IServiceScopeFactory scopes, IDbContextFactory<RestaurantDb> databases, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>A link for the first owner, or null when there is an owner. Those of other nodes and earlier starts go on working until one is used.</summary>
    public async Task<string?> FirstOwnerAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await HasOwnerAsync(database, cancellationToken))
            return null;
        return await IssueAsync(database, null, clock, cancellationToken);
    }

    /// <summary>Whom the link is for; null when it is not valid (any more).</summary>
    public async Task<LinkHolder?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await ValidAsync(database, token, cancellationToken) is not { } link)
            return null;
        if (link.PersonId is null)
            return await HasOwnerAsync(database, cancellationToken) ? null : new(null);
        return await database.Users.Where(person => person.Id == link.PersonId && !person.Disabled)
            .Select(person => new LinkHolder(person.Email)).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Uses the link up: makes the owner, or sets the person's password. Whoever gives a password that is taken is as good as signed in.</summary>
    public async Task<LinkOutcome> AcceptAsync(string? token, string? email, string password, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RestaurantDb>();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);

        // Taken out first, with all others for the same purpose: of two who press at the same moment, one waits here and then finds nothing.
        if (await ValidAsync(database, token, cancellationToken) is not { } link
            || await database.Set<OneTimeLink>().Where(one => one.PersonId == link.PersonId).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return new(null, ["This link has been used or has ended. Ask for a new one."]);
        }

        var outcome = link.PersonId is { } id
            ? await SetPasswordAsync(database, people, id, password, cancellationToken)
            : await MakeOwnerAsync(database, people, email, password, cancellationToken);
        if (outcome.Person is not null)
            await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    internal static async Task<string> IssueAsync(RestaurantDb database, Guid? personId, TimeProvider clock, CancellationToken cancellationToken)
    {
        var token = Secrets.New();
        var now = clock.GetUtcNow();

        // A person has one link. For the first owner every node prints its own, and none may spoil another's.
        await database.Set<OneTimeLink>().Where(link => link.PersonId == personId && (personId != null || link.ExpiresAt <= now))
            .ExecuteDeleteAsync(cancellationToken);
        database.Add(new OneTimeLink
        {
            TokenHash = Secrets.Hash(token),
            PersonId = personId,
            CreatedAt = now,
            ExpiresAt = now + Life,
        });
        await database.SaveChangesAsync(cancellationToken);
        return token;
    }

    private async Task<LinkOutcome> MakeOwnerAsync(
        RestaurantDb database, UserManager<Person> people, string? email, string password, CancellationToken cancellationToken)
    {
        if (await HasOwnerAsync(database, cancellationToken))
            return new(null, ["There is an owner already. Sign in, or ask the owner to add you in Settings, People."]);
        var now = clock.GetUtcNow();
        var owner = new Person { UserName = email?.Trim(), Email = email?.Trim(), Role = Role.Owner, CreatedAt = now, SignedInAt = now };
        database.Audit.Add(Entry(owner, "became the owner by the link of the first start"));
        return Outcome(owner, await people.CreateAsync(owner, password));
    }

    private async Task<LinkOutcome> SetPasswordAsync(
        RestaurantDb database, UserManager<Person> people, Guid id, string password, CancellationToken cancellationToken)
    {
        var person = await database.Users.SingleOrDefaultAsync(candidate => candidate.Id == id && !candidate.Disabled, cancellationToken);
        if (person is null)
            return new(null, ["This account is closed. Ask the owner."]);
        (person.LockoutEnd, person.AccessFailedCount, person.SignedInAt) = (null, 0, clock.GetUtcNow());

        // Not by a reset token: making one may store a new key, on another connection, while this one holds the database.
        person.PasswordHash = null;
        var reset = await people.AddPasswordAsync(person, password);
        if (!reset.Succeeded)
            return Outcome(person, reset);
        database.Audit.Add(Entry(person, "set a password by a one-time link"));
        await database.SaveChangesAsync(cancellationToken);
        return Outcome(person, reset);
    }

    private async Task<OneTimeLink?> ValidAsync(RestaurantDb database, string? token, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 100)
            return null;
        var hash = Secrets.Hash(token);
        var now = clock.GetUtcNow();
        return await database.Set<OneTimeLink>().AsNoTracking()
            .SingleOrDefaultAsync(link => link.TokenHash == hash && link.ExpiresAt > now, cancellationToken);
    }

    private AuditEntry Entry(Person person, string what) =>
        new() { At = clock.GetUtcNow(), Who = person.Email ?? "", What = what, Subject = $"team/{person.Id}" };

    private static Task<bool> HasOwnerAsync(RestaurantDb database, CancellationToken cancellationToken) =>
        database.Users.AnyAsync(person => person.Role == Role.Owner && !person.Disabled && person.PasswordHash != null, cancellationToken);

    private static LinkOutcome Outcome(Person person, IdentityResult result) => result.Succeeded ? new(person, []) : new(null, Words(result));

    internal static IReadOnlyList<string> Words(IdentityResult result) => [.. result.Errors.Select(error => error.Description).Where(words => words.Length > 0)];
}

/// <param name="Email">Null: the link makes the first owner, who gives an e-mail.</param>
public sealed record LinkHolder(string? Email);

/// <param name="Person">Null unless all is well.</param>
/// <param name="Problems">What is wrong, in words for the person.</param>
public sealed record LinkOutcome(Person? Person, IReadOnlyList<string> Problems);
