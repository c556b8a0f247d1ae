using Microsoft.AspNetCore.Identity;

namespace Restaurant.Infrastructure.Team;

/// <summary>Somebody who signs in. What they may do is their role.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public Person() => Id = Guid.CreateVersion7();
}
