using System.Text.Json;
using System.Text.Json.Serialization;
using Restaurant.Domain.Notifications;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>
/// A notice in the form of Discord's webhook API: one embed, within the documented limits
/// (title 256, description 4096, field value 1024, footer 2048, together 6000 characters).
/// </summary>
internal static class DiscordMessage
{
    private const int MaxTitle = 256;
    private const int MaxDescription = 3000;
    private const int MaxLine = 500;
    private const int MaxField = 1024;
    private const int MaxSender = 200;
    private const int MaxFooter = 300;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="key">Stands in the footer: the room has no idempotency, so a person can recognise a repeat.</param>
    /// <param name="publicUrl">Where the product is reached from outside; null leaves the title without a link.</param>
    public static string Write(RoomNotice notice, string key, Uri? publicUrl)
    {
        var fields = new List<Field>();
        if (notice.Total is { } total)
            fields.Add(new("Total", DiscordText.Plain(total, MaxField), true));
        if (notice.Sender.Length > 0)
            fields.Add(new("From", DiscordText.Plain(notice.Sender, MaxSender), true));
        if (notice.Words.Length > 0)
            fields.Add(new("In their words", DiscordText.Plain(notice.Words, MaxField), false));

        var embed = new Embed(
            DiscordText.Plain(notice.Title, MaxTitle),
            DiscordText.Lines(notice.Lines, MaxDescription, MaxLine),
            notice.Link is { } link && publicUrl is not null ? new Uri(publicUrl, link) : null,
            Colour(notice.Kind),
            fields,
            new(key.Length <= MaxFooter ? key : key[..MaxFooter]),
            notice.At.ToUniversalTime());

        // No parse list: whatever a customer writes, nobody is pinged.
        return JsonSerializer.Serialize(new Body([embed], new([])), Json);
    }

    private static int Colour(NoticeKind kind) => kind switch
    {
        NoticeKind.Order => 0x2E7D32,
        NoticeKind.OrderChanged => 0xB26A00,
        NoticeKind.OrderCancelled => 0xC62828,
        NoticeKind.Enquiry => 0x1565C0,
        _ => 0x616161,
    };

    private sealed record Body(IReadOnlyList<Embed> Embeds, Mentions AllowedMentions);

    private sealed record Mentions(IReadOnlyList<string> Parse);

    private sealed record Embed(
        string Title, string Description, Uri? Url, int Color, IReadOnlyList<Field> Fields, Footer Footer, DateTimeOffset Timestamp);

    private sealed record Field(string Name, string Value, bool Inline);

    private sealed record Footer(string Text);
}
