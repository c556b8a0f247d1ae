using Restaurant.Infrastructure.Simulation;

namespace Restaurant.Infrastructure.Tests.Simulation;

public sealed class DatasetCsvTests
{
    [Fact]
    public void Two_columns_are_enough()
    {
        var file = DatasetCsv.Read("timestamp,message\n2026-05-01 12:00:00,\"Two soups, please\"\n,no time\n");

        file.BadRows.ShouldBeEmpty();
        file.Messages.Select(message => (message.Row, message.Text, message.Channel)).ShouldBe(
            [(0, "Two soups, please", "simulation"), (1, "no time", "simulation")]);
        file.Messages[0].At.ShouldBe(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));
        file.Messages[0].Sender.ShouldNotBe(file.Messages[1].Sender);
    }

    [Fact]
    public void Duplicates_are_dropped_and_the_same_words_at_another_time_are_not()
    {
        var file = DatasetCsv.Read("""
            timestamp,message,sender,channel
            2026-05-01 12:00:00,thanks,Ann,sms
            2026-05-01 12:00:00,thanks,Ann,sms
            2026-05-01T12:00:00Z, thanks ,Ann,sms
            2026-05-01 12:00:00,thanks,Bo,sms
            2026-05-01 12:01:00,thanks,Ann,sms
            """);

        file.Duplicates.ShouldBe(2);
        file.Messages.Select(message => (message.Row, message.Sender)).ShouldBe([(0, "Ann"), (1, "Bo"), (2, "Ann")]);
    }

    [Fact]
    public void Bad_rows_are_named_by_their_line()
    {
        var file = DatasetCsv.Read($"timestamp,message\nyesterday,hello\n2026-05-01 12:00,\n2026-05-01 12:00,{new string('x', 4001)}\n2026-05-01 12:00,fine\n");

        file.Messages.ShouldHaveSingleItem().Text.ShouldBe("fine");
        file.BadRows.Select(row => row.Where).ShouldBe(["line 2", "line 3", "line 4"]);
        file.BadRows[0].Reason.ShouldContain("“yesterday” is not a time");
        file.BadRows[2].Reason.ShouldContain("at most 4000 characters");
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "“message” is not among them")]
    [InlineData("message\nhello\n", "“timestamp” is not among them")]
    [InlineData("", "empty")]
    public void What_is_no_dataset_is_refused_in_words(string csv, string reason) =>
        DatasetCsv.Read(csv).BadRows.ShouldHaveSingleItem().Reason.ShouldContain(reason);

    [Theory]
    [InlineData("mixed-day.csv", 180)]
    [InlineData("lunch-rush.csv", 60)]
    public async Task What_comes_with_the_program_is_without_fault(string name, int atLeast)
    {
        var file = await SampleDatasets.ReadAsync(name, default);

        file.BadRows.ShouldBeEmpty();
        file.Duplicates.ShouldBe(0);
        file.Messages.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
    }
}
