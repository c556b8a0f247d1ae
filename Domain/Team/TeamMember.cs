namespace Restaurant.Domain.Team;

/// <summary>A person of the team as the owner sees them.</summary>
/// <param name="Waiting">Has not set a password yet: the one-time link has not been used.</param>
public sealed record TeamMember(
    Guid Id, string Email, string Role, bool Disabled, bool Waiting, DateTimeOffset CreatedAt, DateTimeOffset? SignedInAt);
