using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Filing;
using Restaurant.Infrastructure.Tests.Orders;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Filing;

public sealed class MutedSendersTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_many_who_mute_or_unmute_the_same_sender_at_once_one_does_it_and_none_is_refused(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var senders = scene.Get<IMutedSenders>();

        await AllAsync(() => senders.MuteAsync("web", "spammer", Scene.Ann, "spam", default));

        (await senders.ListAsync(default)).ShouldHaveSingleItem().Why.ShouldBe("spam");
        senders.IsMuted("web", "spammer").ShouldBeTrue();
        senders.IsMuted("sms", "spammer").ShouldBeFalse();

        await AllAsync(() => senders.UnmuteAsync("web", "spammer", Scene.Ann, default));

        senders.IsMuted("web", "spammer").ShouldBeFalse();
        await using var context = await scene.ContextAsync();
        (await context.Audit.Select(entry => entry.What).ToListAsync()).ShouldBe(["muted spammer on web", "unmuted spammer on web"], ignoreOrder: true);
    }

    private static Task AllAsync(Func<Task> act) => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(act)));
}
