using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>A wrong address in the configuration is said at start, not when the first order fails to arrive.</summary>
internal sealed class RoomAddressCheck(IConfiguration configuration, IRoomSender sender) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var problems = Enum.GetValues<Room>()
            .Select(room => (Room: room, Name: RoomSecrets.AddressOf(room)))
            .Where(room => configuration[room.Name] is { Length: > 0 })
            .Select(room => (room.Name, Problem: sender.Problem(room.Room, configuration[room.Name]!)))
            .Where(found => found.Problem is not null)
            .Select(found => $"{found.Name}: {found.Problem}")
            .ToList();
        return problems.Count == 0 ? Task.CompletedTask : throw new UnusableSettingException($"The configuration cannot be used. {string.Join(' ', problems)}");
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
