using Restaurant.Domain.Menu.Files;

namespace Restaurant.Domain.Tests.Menu.Files;

public sealed class PriceTextTests
{
    [Theory]
    [InlineData("9.95", 995)]
    [InlineData("$9.95", 995)]
    [InlineData("9,95 €", 995)]
    [InlineData("1,250", 125_000)]
    [InlineData("1,250.50", 125_050)]
    [InlineData("1.250,50", 125_050)]
    [InlineData("EUR 7", 700)]
    [InlineData("+0.5", 50)]
    [InlineData("-1.00", -100)]
    public void Prices_are_read_as_people_write_them(string text, long minor)
    {
        PriceText.TryRead(text, 2, out var read).ShouldBeTrue();
        read.ShouldBe(minor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("free")]
    [InlineData("9.999")]
    [InlineData("1e3")]
    [InlineData("99999999999999")]
    public void What_is_no_price_is_refused(string text) => PriceText.TryRead(text, 2, out _).ShouldBeFalse();
}
