using System.Net;
using Microsoft.AspNetCore.Identity;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Web.Security;

/// <summary>
/// The one place where an e-mail and a password are compared, for the page and for the API. A stranger learns nothing about
/// which accounts exist: unknown ones take the same time, the same words and the same lockout. To let somebody in, nothing needs to be written:
/// on a full disk people sign in to see what is to be cooked.
/// </summary>
internal sealed partial class PasswordCheck(
    UserManager<Person> people, SignInLimits limits, IPasswordHasher<Person> hasher, IOutages outages, TimeProvider clock, ILogger<PasswordCheck> logger)
{
    private static readonly Person Nobody = new() { Role = "" };
    private static string? nobodysHash;

    public async Task<PasswordOutcome> CheckAsync(string? email, string? password, IPAddress? address)
    {
        if (!await limits.AllowsAsync(address))
            return PasswordOutcome.TooMany;
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password) || email.Length > 256 || password.Length > 256 || email.Contains('\0'))
            return PasswordOutcome.Wrong;

        if (await people.FindByEmailAsync(email.Trim()) is not { PasswordHash: not null } person)
        {
            hasher.VerifyHashedPassword(Nobody, nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString()), password);
            return await limits.AllowsUnknownAsync(email.Trim()) ? PasswordOutcome.Wrong : PasswordOutcome.Locked;
        }

        if (limits.IsClosedHere(person.Email!) || await people.IsLockedOutAsync(person))
            return PasswordOutcome.Locked;
        if (hasher.VerifyHashedPassword(person, person.PasswordHash, password) == PasswordVerificationResult.Failed)
            return await IsOneTooManyAsync(person) ? PasswordOutcome.Locked : PasswordOutcome.Wrong;

        // Only who knows the password hears that the account is switched off.
        if (person.Disabled)
            return PasswordOutcome.Disabled;
        await NoteAsync(person);
        return new(person, "");
    }

    private async Task<bool> IsOneTooManyAsync(Person person)
    {
        try
        {
            await people.AccessFailedAsync(person);
            return await people.IsLockedOutAsync(person);
        }
        catch (Exception exception) when (outages.IsOutage(exception))
        {
            return !limits.CountHere(person.Email!);
        }
    }

    private async Task NoteAsync(Person person)
    {
        person.AccessFailedCount = 0;
        person.SignedInAt = clock.GetUtcNow();
        try
        {
            await people.UpdateAsync(person);
        }
        catch (Exception exception) when (outages.IsOutage(exception))
        {
            Log.NotNoted(logger, person.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Person {Id} signed in; that could not be written down, because the database takes nothing now.")]
        public static partial void NotNoted(ILogger logger, Guid id);
    }
}

/// <param name="Person">Null unless all is well.</param>
/// <param name="Words">What to tell the person.</param>
internal sealed record PasswordOutcome(Person? Person, string Words)
{
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    public int StatusCode => this switch
    {
        { Person: not null } => StatusCodes.Status200OK,
        _ when this == Locked || this == TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status401Unauthorized,
    };

    public static PasswordOutcome Wrong { get; } = new(null, "This e-mail and password do not belong together.");

    public static PasswordOutcome Locked { get; } =
        new(null, "Too many wrong passwords: this account is closed for 5 minutes. Then try again, or ask the owner for a new link.");

    public static PasswordOutcome TooMany { get; } = new(null, "Too many attempts from here. Wait a minute, then try again.");

    public static PasswordOutcome Disabled { get; } = new(null, "This account is switched off. Ask the owner to switch it on again.");
}
