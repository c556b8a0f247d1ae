namespace Restaurant.Domain.Team;

/// <summary>
/// The people who may sign in. Every act is audited; what the rules forbid (the last owner leaves, an e-mail twice)
/// is an <see cref="InvalidOperationException"/> whose message says what to do instead.
/// </summary>
public interface IPeople
{
    Task<IReadOnlyList<TeamMember>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The token of a one-time link by which the person sets a password; it cannot be read again.</summary>
    Task<string> AddAsync(string email, string role, string who, CancellationToken cancellationToken);

    /// <summary>A person with a password at once: for the command line.</summary>
    Task AddWithPasswordAsync(string email, string role, string password, string who, CancellationToken cancellationToken);

    /// <summary>A new one-time link for somebody who lost the first or forgot the password; older links end.</summary>
    Task<string> NewLinkAsync(Guid id, string who, CancellationToken cancellationToken);

    /// <summary>Signs the person out everywhere, because what they may do has changed.</summary>
    Task ChangeRoleAsync(Guid id, string role, string who, CancellationToken cancellationToken);

    Task SetDisabledAsync(Guid id, bool disabled, string who, CancellationToken cancellationToken);

    /// <summary>Ends every session and token of the person within a minute.</summary>
    Task SignOutEverywhereAsync(Guid id, string who, CancellationToken cancellationToken);
}
