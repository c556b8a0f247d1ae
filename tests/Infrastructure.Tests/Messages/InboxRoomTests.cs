using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Messages;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class InboxRoomTests
{
    private int sent;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_full_inbox_refuses_what_comes_and_takes_it_again_when_there_is_room(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database, settings: ("Inbox:MostWaiting", "20"));
        for (var at = 0; at < 20; at++)
            await AddAsync(node);

        await Poll.UntilAsync(async () => !await IsTakenAsync(node), "the inbox is full");
        await using var context = node.Open();
        var stored = await context.Messages.CountAsync();
        (await IsTakenAsync(node)).ShouldBeFalse();
        (await context.Messages.CountAsync()).ShouldBe(stored, "nothing of what was refused is stored");

        var now = (DateTimeOffset?)TimeProvider.System.GetUtcNow();
        await context.Messages.ExecuteUpdateAsync(set => set.SetProperty(message => message.ProcessedAt, now));
        await Poll.UntilAsync(() => IsTakenAsync(node), "there is room again");
    }

    private async Task<bool> IsTakenAsync(Node node)
    {
        try
        {
            await AddAsync(node);
            return true;
        }
        catch (InboxFullException full)
        {
            full.Message.ShouldContain("Send the same message again later");
            return false;
        }
    }

    private Task AddAsync(Node node) => node.ReceiveAsync("hello", id: $"{++sent}");
}
