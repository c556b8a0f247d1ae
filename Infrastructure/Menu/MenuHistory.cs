using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Menu;

/// <summary>The menu's part of the audit: what each thing was before and after, enough to undo any change.</summary>
internal static class MenuHistory
{
    private const string Subject = "menu";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static AuditEntry Entry(IReadOnlyList<MenuDifference> changes, string what, string who, string? why, DateTimeOffset at) => new()
    {
        At = at,
        Who = who,
        What = what,
        Why = why,
        Subject = changes is [var only] ? $"{Subject}/{only.Id}" : Subject,
        Before = JsonSerializer.Serialize(changes.Select(change => new Thing(change.Kind, change.Id, change.Name, change.Before)), Json),
        After = JsonSerializer.Serialize(changes.Select(change => new Thing(change.Kind, change.Id, change.Name, change.After)), Json),
    };

    public static async Task<Page<MenuHistoryEntry>> PageAsync(
        RestaurantDb database, Guid? subject, int skip, int take, CancellationToken cancellationToken)
    {
        var entries = Entries(database);
        if (subject is { } id)
        {
            // A change of many things, an import for example, names each of them in its text.
            var text = id.ToString();
            entries = entries.Where(entry => entry.Subject == $"{Subject}/{text}" || entry.Before!.Contains(text));
        }

        var total = await entries.CountAsync(cancellationToken);
        var rows = await entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        return new([.. rows.Select(Read)], total);
    }

    public static async Task<MenuHistoryEntry?> FindAsync(RestaurantDb database, Guid id, CancellationToken cancellationToken) =>
        await Entries(database).SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken) is { } found ? Read(found) : null;

    private static IQueryable<AuditEntry> Entries(RestaurantDb database) => database.Audit.AsNoTracking()
        .Where(entry => entry.Subject == Subject || entry.Subject.StartsWith(Subject + "/"));

    private static MenuHistoryEntry Read(AuditEntry entry)
    {
        var before = JsonSerializer.Deserialize<List<Thing>>(entry.Before!, Json)!;
        var after = JsonSerializer.Deserialize<List<Thing>>(entry.After!, Json)!;
        return new(entry.Id, entry.At, entry.Who, entry.What, entry.Why, [.. before.Zip(after, (was, now) =>
            new MenuDifference(was.Kind, was.Id, was.Name, was.State, now.State))]);
    }

    private sealed record Thing(string Kind, Guid Id, string Name, JsonObject? State);
}
