using Microsoft.Extensions.Options;
using Restaurant.Web.Components.Beats;

namespace Restaurant.Web.Tests.Components.Beats;

public sealed class OpenPagesTests
{
    [Fact]
    public async Task A_page_takes_a_place_until_it_is_closed_for_good()
    {
        var pages = new OpenPages(Options.Create(new PagesSettings { Most = 2 }));
        var (one, other) = (new Onlooker(pages), new Onlooker(pages));
        await one.OnCircuitOpenedAsync(null!, TestContext.Current.CancellationToken);
        pages.IsFull.ShouldBeFalse();

        await other.OnCircuitOpenedAsync(null!, TestContext.Current.CancellationToken);
        pages.IsFull.ShouldBeTrue();

        // Its browser may come back.
        await other.OnConnectionDownAsync(null!, TestContext.Current.CancellationToken);
        pages.IsFull.ShouldBeTrue();

        await other.OnCircuitClosedAsync(null!, TestContext.Current.CancellationToken);
        pages.IsFull.ShouldBeFalse();
        pages.Count.ShouldBe(1);
    }
}
