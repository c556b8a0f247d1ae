using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Restaurant.Domain.Menu;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Menu;

/// <summary>What the tables hold beside the domain's own properties: the category of an item, and where a thing stands.</summary>
internal static class MenuColumns
{
    public const string CategoryId = nameof(CategoryId);
    public const string Place = nameof(Place);
}

internal sealed class MenuHeadConfiguration : IEntityTypeConfiguration<MenuHead>
{
    public void Configure(EntityTypeBuilder<MenuHead> head)
    {
        head.ToTable("menu");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.Restaurant).HasMaxLength(MenuRules.MaxName);
        head.HasData(new MenuHead { Id = MenuHead.OnlyId });
    }
}

internal sealed class CategoryRowConfiguration : IEntityTypeConfiguration<CategoryRow>
{
    public void Configure(EntityTypeBuilder<CategoryRow> category)
    {
        category.ToTable("menu_categories");
        category.Property(c => c.Id).ValueGeneratedNever();
        category.Property(c => c.Name).HasMaxLength(MenuRules.MaxName);
        category.Property(c => c.Kind).HasMaxLength(MenuRules.MaxName);
    }
}

internal sealed class MenuItemConfiguration : IEntityTypeConfiguration<MenuItem>
{
    public void Configure(EntityTypeBuilder<MenuItem> item)
    {
        item.ToTable("menu_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Name).HasMaxLength(MenuRules.MaxName);
        item.Property(i => i.Description).HasMaxLength(MenuRules.MaxDescription);
        item.Property(i => i.Station).HasMaxLength(40);
        item.Property(i => i.Aliases).AsJson();
        item.Property(i => i.Sizes).AsJson();
        item.Property(i => i.ModifierGroups).AsJson();
        item.Property(i => i.Ingredients).AsJson();
        item.Property(i => i.Tags).AsJson();
        item.Property(i => i.Allergens).AsJson();
        item.Property<Guid>(MenuColumns.CategoryId);
        item.Property<int>(MenuColumns.Place);
        item.HasOne<CategoryRow>().WithMany().HasForeignKey(MenuColumns.CategoryId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ModifierGroupConfiguration : IEntityTypeConfiguration<ModifierGroup>
{
    public void Configure(EntityTypeBuilder<ModifierGroup> group)
    {
        group.ToTable("menu_modifier_groups");
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Name).HasMaxLength(MenuRules.MaxName);
        group.Property(g => g.Modifiers).AsJson();
        group.Property<int>(MenuColumns.Place);
    }
}
