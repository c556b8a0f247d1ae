using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Restaurant.Infrastructure.Team;

/// <summary>Somebody who signs in. What they may do is their role.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public Person() => Id = Guid.CreateVersion7();

    /// <summary>One of <see cref="Domain.Team.Role"/>.</summary>
    public required string Role { get; set; }

    public bool Disabled { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SignedInAt { get; set; }
}

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("people");
        person.Property(p => p.Role).HasMaxLength(20);
    }
}
