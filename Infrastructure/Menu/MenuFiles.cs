using Restaurant.Domain.Menu;
using Restaurant.Domain.Menu.Files;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Menu;

/// <summary>A menu from and to a file, CSV or JSON by the name's ending.</summary>
public static class MenuFiles
{
    public static bool IsKnown(string fileName) => IsJson(fileName) || HasEnding(fileName, ".csv");

    /// <summary>Never throws for what is in the file: what cannot be read is a bad row.</summary>
    public static async Task<MenuFile> ReadAsync(string fileName, Stream content, int decimals, CancellationToken cancellationToken)
    {
        if (!IsKnown(fileName))
            return MenuFile.Unreadable(fileName, "Only files that end in .csv or .json can be read.");
        try
        {
            var text = await CsvTable.TextAsync(content, MenuFile.MaxBytes, cancellationToken);
            return IsJson(fileName) ? MenuJson.Read(text, decimals) : MenuCsv.Read(text, decimals);
        }
        catch (InvalidDataException exception)
        {
            return MenuFile.Unreadable(fileName, exception.Message);
        }
    }

    public static string Write(string fileName, RestaurantMenu menu, int decimals) =>
        IsJson(fileName) ? MenuJson.Write(menu, decimals) : MenuCsv.Write(menu, decimals);

    public static bool IsJson(string fileName) => HasEnding(fileName, ".json");

    private static bool HasEnding(string fileName, string ending) => fileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
