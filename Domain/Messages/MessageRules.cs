using System.Globalization;
using System.Text;

namespace Restaurant.Domain.Messages;

/// <summary>What every door asks of a message, with sentences that name the limit.</summary>
public static class MessageRules
{
    /// <returns>The fields that are wrong, each with what is asked of it; empty when the message may come in.</returns>
    public static IReadOnlyDictionary<string, string[]> Check(NewMessage message)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Check("channel", message.Channel, CustomerMessage.MaxChannel);
        Check("externalId", message.ExternalId, CustomerMessage.MaxExternalId);
        Check("sender", message.Sender, CustomerMessage.MaxSender);
        Check("text", message.Text, CustomerMessage.MaxText);
        return problems;

        void Check(string field, string? value, int most)
        {
            if (Problem(value, most) is { } problem)
                problems[field] = [$"The {field} {problem}"];
        }
    }

    /// <returns>What is wrong with one text, to follow its name; null when nothing is.</returns>
    public static string? Problem(string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
            return "must not be empty.";
        if (value.Length > most)
            return string.Create(CultureInfo.InvariantCulture, $"must have at most {most} characters; it has {value.Length}.");
        if (value.Contains('\0'))
            return "must not hold a NUL character.";
        return IsWellFormed(value) ? null : "holds half a character (a lone surrogate); send it as valid Unicode.";
    }

    private static bool IsWellFormed(string value)
    {
        for (var at = 0; at < value.Length;)
        {
            if (Rune.DecodeFromUtf16(value.AsSpan(at), out _, out var length) != System.Buffers.OperationStatus.Done)
                return false;
            at += length;
        }

        return true;
    }
}
