using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Changes;
using Restaurant.Domain.Menu.Files;

namespace Restaurant.Infrastructure.Menu;

/// <summary>A menu to try the program with. It is only ever put where nobody has had a menu before.</summary>
public sealed class SampleMenu(IMenuStore store)
{
    private const string Resource = "Restaurant.Infrastructure.Menu.Samples.menu.json";

    public async Task PutIntoEmptyAsync(CancellationToken cancellationToken)
    {
        if (await store.VersionAsync(cancellationToken) == 0)
            await store.ChangeAsync(new FirstMenu(await ReadAsync(cancellationToken)), "the program", "first start", cancellationToken);
    }

    public static async Task<MenuFile> ReadAsync(CancellationToken cancellationToken)
    {
        await using var stream = typeof(SampleMenu).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly does not hold {Resource}.");
        return await MenuFiles.ReadAsync(Resource, stream, 2, cancellationToken);
    }

    // Decided under the menu's lock, so that of several nodes that start at once only one does it.
    private sealed record FirstMenu(MenuFile File) : MenuChange
    {
        public override MenuVerdict Decide(RestaurantMenu menu) => menu.Version > 0
            ? new(MenuOutcome.Unchanged, menu, "", [])
            : new ImportMenu(File, "the sample menu").Decide(menu);
    }
}
