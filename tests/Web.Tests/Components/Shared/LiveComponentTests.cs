using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Hosting;
using NSubstitute;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Tests.Components.Shared;

public sealed class LiveComponentTests
{
    private readonly Ways ways = new();

    [Fact]
    public void What_was_done_leads_on_to_the_next_page()
    {
        using var page = NewPage();

        page.End();

        ways.Taken.ShouldBe(["/orders"]);
    }

    [Fact]
    public void Who_went_to_another_page_meanwhile_is_not_pulled_away_from_it()
    {
        var page = NewPage();
        ways.Leave("http://127.0.0.1/kitchen");
        page.Dispose();

        page.End();

        ways.Taken.ShouldBeEmpty();
    }

    [Fact]
    public void What_goes_with_its_own_act_still_leads_on()
    {
        var page = NewPage();
        page.Dispose();

        page.End();

        ways.Taken.ShouldBe(["/orders"]);
    }

    private Page NewPage() => new()
    {
        Changes = new(TimeProvider.System),
        Patience = new(Substitute.For<IOutages>(), Substitute.For<IHostApplicationLifetime>(), TimeProvider.System),
        Navigation = ways,
    };

    private sealed class Page : LiveComponent
    {
        protected override Topic Watched => Topic.None;

        public void End() => GoTo("/orders");

        protected override Task ReloadAsync() => Task.CompletedTask;
    }

    private sealed class Ways : NavigationManager
    {
        public Ways() => Initialize("http://127.0.0.1/", "http://127.0.0.1/orders/new");

        public List<string> Taken { get; } = [];

        public void Leave(string address) => Uri = address;

        protected override void NavigateToCore(string uri, NavigationOptions options) => Taken.Add(uri);
    }
}
