using Restaurant.Domain.Notifications;
using Restaurant.Infrastructure.Http;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>Rooms are Discord's; only the jobs room may be any web address.</summary>
internal sealed class RoomSenders(DiscordRoom discord, JobWebhook webhook, RoomKnock knock, OutboundRules rules) : IRoomSender
{
    public string? Problem(Room room, string address) =>
        room == Room.Jobs && !DiscordAddress.IsDiscord(address) ? JobWebhook.Problem(address, rules) : discord.Problem(address);

    public Task<bool> AnswersAsync(string address, CancellationToken cancellationToken) => knock.AnswersAsync(address, cancellationToken);

    public Task<SendResult> SendAsync(RoomNotice notice, string key, string address, CancellationToken cancellationToken) =>
        notice.Kind == NoticeKind.Job && !DiscordAddress.IsDiscord(address)
            ? webhook.SendAsync(notice, key, address, cancellationToken)
            : discord.SendAsync(notice, key, address, cancellationToken);
}
