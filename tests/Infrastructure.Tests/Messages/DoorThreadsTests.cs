using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Messages;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Messages;

public sealed class DoorThreadsTests
{
    private const int Count = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Fact]
    public async Task Each_work_is_done_on_a_thread_of_the_door_and_two_at_a_time()
    {
        using var threads = new DoorThreads(Count);

        var seen = await ThreadsAsync(threads);

        seen.ShouldAllBe(thread => thread.Name == "door" && thread.IsBackground);
        seen.Distinct().Count().ShouldBe(Count);
    }

    [Fact]
    public async Task Work_that_fails_keeps_no_thread_from_the_next()
    {
        using var threads = new DoorThreads(Count);
        for (var at = 0; at < 3 * Count; at++)
            threads.Run(() => Task.FromException(new InvalidOperationException("It fails.")));

        (await ThreadsAsync(threads)).Distinct().Count().ShouldBe(Count);
    }

    [Fact]
    public async Task The_threads_end_with_the_program()
    {
        var threads = new DoorThreads(Count);
        var seen = await ThreadsAsync(threads);

        threads.Dispose();

        seen.ShouldAllBe(thread => thread.Join(Patience));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_write_that_fails_is_told_to_its_caller_and_the_next_is_stored(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var inbox = node.Get<IInbox>();

        // More failures than there are threads: each would take one along if it could.
        for (var at = 0; at <= Count; at++)
            await Should.ThrowAsync<Exception>(() => inbox.AddAsync([Message($"{at}") with { Text = null! }], default)).WaitAsync(Patience);
        var stored = await inbox.AddAsync([Message("whole")], default).WaitAsync(Patience);

        stored.ShouldHaveSingleItem().IsNew.ShouldBeTrue();
        (await node.Get<IMessageLog>().CountAsync(new(), default)).ShouldBe(1);
    }

    // Each holds its thread until all have one.
    private static Task<Thread[]> ThreadsAsync(DoorThreads threads)
    {
        var together = new CountdownEvent(Count);
        var seen = Enumerable.Range(0, Count).Select(_ => new TaskCompletionSource<Thread>(TaskCreationOptions.RunContinuationsAsynchronously)).ToList();
        foreach (var one in seen)
        {
            threads.Run(() =>
            {
                together.Signal();
                if (together.Wait(Patience))
                    one.SetResult(Thread.CurrentThread);
                else
                    one.SetException(new TimeoutException("No other thread came."));
                return Task.CompletedTask;
            });
        }

        return Task.WhenAll(seen.Select(one => one.Task)).WaitAsync(Patience);
    }

    private static NewMessage Message(string id) => new("sms", id, "ann", "two burgers", DateTimeOffset.UtcNow);
}
