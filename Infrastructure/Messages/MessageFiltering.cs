using System.Globalization;
using Restaurant.Domain.Messages;

namespace Restaurant.Infrastructure.Messages;

internal static class MessageFiltering
{
    /// <summary>Conditions only for what is asked, so that the database can use an index for it.</summary>
    public static IQueryable<CustomerMessage> Matching(this IQueryable<CustomerMessage> messages, MessageFilter filter)
    {
        if (filter.UpTo is { } upTo)
            messages = messages.Where(message => message.Number <= upTo);
        if (filter.After is { } after)
            messages = messages.Where(message => message.Number > after);
        if (filter.From is { } from)
            messages = messages.Where(message => message.ReceivedAt >= from);
        if (filter.To is { } to)
            messages = messages.Where(message => message.ReceivedAt < to);
        if (filter.Status is { } status)
            messages = Having(messages, status);
        if (filter.Intent is { } intent)
            messages = messages.Where(message => message.Intent == intent);
        if (filter.Outcome is { } outcome)
            messages = messages.Where(message => message.Outcome == outcome);
        if (filter.Channel is { } channel)
            messages = messages.Where(message => message.Channel == channel);
        if (filter.Sender is { } sender)
            messages = messages.Where(message => message.Sender == sender);
        if (filter.Search?.Trim() is ['#', .. var digits] && long.TryParse(digits, CultureInfo.InvariantCulture, out var number))
            return messages.Where(message => message.Number == number);
        return string.IsNullOrWhiteSpace(filter.Search) ? messages : Saying(messages, filter.Search.Trim());
    }

    // The other conditions say nothing new: they name the small index that holds all of them.
    private static IQueryable<CustomerMessage> Having(IQueryable<CustomerMessage> messages, MessageStatus status) => status switch
    {
        MessageStatus.Waiting or MessageStatus.Processing =>
            messages.Where(message => message.Status == status && message.ProcessedAt == null && message.Number > 0),
        MessageStatus.DeadLettered => messages.Where(message => message.Status == status && message.Error != null),
        _ => messages.Where(message => message.Status == status),
    };

#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's LOWER, which has no culture.
    private static IQueryable<CustomerMessage> Saying(IQueryable<CustomerMessage> messages, string search)
    {
        var words = search.ToLowerInvariant();
        return messages.Where(message =>
            message.Text.ToLower().Contains(words)
            || message.Sender.ToLower().Contains(words)
            || message.Summary!.ToLower().Contains(words));
    }
#pragma warning restore CA1304, CA1311, CA1862
}
