using Restaurant.Domain.Orders;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Orders;

public sealed class OrderCsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+1 555", "\"'+1 555\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "\"'  =1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void A_cell_starts_no_formula_and_keeps_its_words(string cell, string written) =>
        new CsvText().Row(cell).ToString().ShouldBe(written + "\r\n");

    [Fact]
    public void Numbers_stay_numbers() => new CsvText().Row(-5, 12.50m, null).ToString().ShouldBe("-5,12.50,\r\n");

    [Fact]
    public void A_day_is_written_by_time_with_the_total_once()
    {
        var late = Order(2, "bob", 14);
        var early = Order(1, "=HYPERLINK(\"x\")", 9);

        var rows = OrderCsv.Of([late, early], time => time).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        rows.Length.ShouldBe(5);
        rows[1].ShouldBe("2026-03-02,09:00:00,1,New,web,\"'=HYPERLINK(\"\"x\"\")\",River Bowl,large,2,no feta; extra 2 x tahini,11.5,23,26,1,two bowls");
        rows[2].ShouldBe("2026-03-02,09:00:00,1,New,web,\"'=HYPERLINK(\"\"x\"\")\",Plain Rice,,1,,3,3,,1,");
    }

    private static Order Order(int number, string sender, int hour)
    {
        var at = new DateTimeOffset(2026, 3, 2, hour, 0, 0, TimeSpan.Zero);
        var order = new Order { Number = number, Channel = "web", Sender = sender, Words = "two bowls", CreatedAt = at, Day = new(2026, 3, 2) };
        order.Revise(
            [
                new("River Bowl", 2, "large", [new("feta", ModifierAction.Remove, 1, 0), new("tahini", ModifierAction.Extra, 2, 80)], 1150, "", "", "cold"),
                new("Plain Rice", 1, null, [], 300, "", "", "grill"),
            ], at);
        return order;
    }
}
