using Restaurant.Infrastructure.Orders;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Orders;

public sealed class DayNumbersTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Nodes_that_count_at_the_same_time_get_every_number_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);

        var firsts = await Task.WhenAll(Enumerable.Range(1, 20).Select(_ => Task.Run(() => TakeAsync(node, 3))));

        firsts.Order().ShouldBe(Enumerable.Range(0, 20).Select(at => (at * 3) + 1));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Numbers_of_a_transaction_that_fails_are_given_again_and_each_day_begins_at_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        await using (var context = node.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            (await DayNumbers.TakeAsync(context, Today, 5, default)).ShouldBe(1);
        }

        (await TakeAsync(node, 1)).ShouldBe(1);
        await using var other = node.Open();
        (await DayNumbers.TakeAsync(other, Today.AddDays(1), 1, default)).ShouldBe(1);
    }

    private static async Task<int> TakeAsync(Node node, int count)
    {
        await using var context = node.Open();
        return await DayNumbers.TakeAsync(context, Today, count, default);
    }
}
