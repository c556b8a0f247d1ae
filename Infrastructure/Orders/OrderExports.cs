using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Restaurant.Domain.Orders;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Orders;

internal sealed class OrderExports(IConfiguration configuration) : IOrderExports
{
    private const string Begin = "orders-";
    private const string End = ".csv";
    private const string Form = "yyyy-MM-dd";

    // With the mark at its beginning, spreadsheets read the file as UTF-8.
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    private readonly Lazy<string> folder = new(() => Directory.CreateDirectory(Path.Combine(DatabaseRegistration.DataDirectory(configuration), "exports")).FullName);

    public async Task<string> WriteAsync(DateOnly day, string csv, CancellationToken cancellationToken)
    {
        var file = FileOf(day);
        var part = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllTextAsync(part, csv, Marked, cancellationToken);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }

        return Path.GetFileName(file);
    }

    public IReadOnlyList<OrderExport> List() =>
    [
        .. new DirectoryInfo(folder.Value).EnumerateFiles($"{Begin}*{End}")
            .Select(file => DayOf(file.Name) is { } day ? new OrderExport(day, file.Name, file.Length, new(file.LastWriteTimeUtc), Environment.MachineName) : null)
            .OfType<OrderExport>().OrderByDescending(export => export.Day),
    ];

    public Stream? Open(DateOnly day) => File.Exists(FileOf(day)) ? File.OpenRead(FileOf(day)) : null;

    private string FileOf(DateOnly day) => Path.Combine(folder.Value, Begin + day.ToString(Form, CultureInfo.InvariantCulture) + End);

    private static DateOnly? DayOf(string name) =>
        DateOnly.TryParseExact(name.AsSpan(Begin.Length, name.Length - Begin.Length - End.Length), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
