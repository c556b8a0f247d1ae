using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Simulation;

namespace Restaurant.Infrastructure.Simulation;

internal sealed class SimulationConfiguration : IEntityTypeConfiguration<SimulationState>
{
    public void Configure(EntityTypeBuilder<SimulationState> simulation)
    {
        simulation.ToTable("simulations");
        simulation.Property(s => s.DatasetName).HasMaxLength(Dataset.MaxName);
        simulation.Property(s => s.StartedBy).HasMaxLength(200);
        simulation.Property(s => s.LeaseOwner).HasMaxLength(200);
        simulation.HasIndex(s => s.StartedAt);

        // One at a time: the index decides, not a look-up.
        simulation.HasIndex(s => s.Slot).IsUnique();
    }
}

internal sealed class DatasetConfiguration : IEntityTypeConfiguration<Dataset>
{
    public void Configure(EntityTypeBuilder<Dataset> dataset)
    {
        dataset.ToTable("datasets");
        dataset.Property(d => d.Id).ValueGeneratedNever();
        dataset.Property(d => d.Name).HasMaxLength(Dataset.MaxName);
        dataset.Property(d => d.AddedBy).HasMaxLength(200);
        dataset.HasIndex(d => d.Name).IsUnique();
    }
}

internal sealed class DatasetRow
{
    public Guid DatasetId { get; init; }
    public int Row { get; init; }
    public required string Text { get; init; }
    public required string Sender { get; init; }
    public required string Channel { get; init; }
    public DateTimeOffset? At { get; init; }
}

internal sealed class DatasetRowConfiguration : IEntityTypeConfiguration<DatasetRow>
{
    public void Configure(EntityTypeBuilder<DatasetRow> row)
    {
        row.ToTable("dataset_messages");
        row.HasKey(r => new { r.DatasetId, r.Row });
        row.Property(r => r.Text).HasMaxLength(CustomerMessage.MaxText);
        row.Property(r => r.Sender).HasMaxLength(CustomerMessage.MaxSender);
        row.Property(r => r.Channel).HasMaxLength(CustomerMessage.MaxChannel);
        row.HasOne<Dataset>().WithMany().HasForeignKey(r => r.DatasetId).OnDelete(DeleteBehavior.Cascade);
    }
}
