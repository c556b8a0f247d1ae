using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Restaurant.Domain.Live;
using Restaurant.Domain.Shared;
using Restaurant.Web.Components.Beats;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Tests.Components.Shared;

public sealed class LiveComponentTests : IAsyncDisposable
{
    private readonly Ways ways = new();
    private readonly HtmlRenderer renderer;

    public LiveComponentTests() => renderer = new(
        new ServiceCollection()
            .AddOptions()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ChangeFeed>()
            .AddSingleton<OpenPages>()
            .AddSingleton<Onlooker>()
            .AddSingleton<Pulse>()
            .AddSingleton(new Patience(Substitute.For<IOutages>(), Substitute.For<IHostApplicationLifetime>(), TimeProvider.System))
            .AddSingleton<NavigationManager>(ways)
            .BuildServiceProvider(),
        NullLoggerFactory.Instance);

    [Fact]
    public async Task What_was_done_leads_on_to_the_next_page()
    {
        var form = await ShownAsync();

        form.End();

        ways.Taken.ShouldBe(["/orders"]);
    }

    [Fact]
    public async Task Who_went_to_another_page_meanwhile_is_not_pulled_away_from_it()
    {
        var form = await ShownAsync();
        ways.Leave("http://127.0.0.1/kitchen");
        await renderer.DisposeAsync();

        form.End();

        ways.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_goes_with_its_own_act_still_leads_on()
    {
        var form = await ShownAsync();
        await renderer.DisposeAsync();

        form.End();

        ways.Taken.ShouldBe(["/orders"]);
    }

    public ValueTask DisposeAsync() => renderer.DisposeAsync();

    private async Task<Form> ShownAsync()
    {
        Form? shown = null;
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Form.OnShown)] = (Action<Form>)(form => shown = form) });
        await renderer.Dispatcher.InvokeAsync(() => renderer.RenderComponentAsync<Form>(parameters));
        return shown.ShouldNotBeNull();
    }

    /// <summary>As forms are that follow no changes: it leaves out what the others begin with.</summary>
    private sealed class Form : LiveComponent
    {
        [Parameter]
        public required Action<Form> OnShown { get; set; }

        protected override Topic Watched => Topic.None;

        public void End() => GoTo("/orders");

        protected override void OnInitialized() => OnShown(this);

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
