using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Team;
using Restaurant.Pipeline.Menu;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Learning;

public sealed class LearningPageTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task Words_that_people_mean_a_dish_by_are_proposed_and_taken_onto_the_menu()
    {
        await TeachAsync("one sleepy barnyard please");
        await TeachAsync("could i get a sleepy barnyard");
        var page = await OpenAsync(Role.Manager, "/learning");
        var proposal = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "“sleepy barnyard” means Blue Barn" });
        await Axe.CheckAsync(page);

        await proposal.GetByRole(AriaRole.Button, new() { Name = "Add to the menu" }).ClickAsync();

        await Assertions.Expect(proposal).ToHaveCountAsync(0);
        var menu = App.Services.GetRequiredService<MenuCache>();
        await Poll.UntilAsync(
            () => menu.Current.Menu.Items.Single(item => item.Name == "Blue Barn").Aliases.Contains("sleepy barnyard"), "the menu knows the words");
    }

    [Fact]
    public async Task A_manager_trains_now_and_sees_what_came_of_it()
    {
        await TeachAsync("a drowsy stable for me");
        var page = await OpenAsync(Role.Manager, "/learning");

        await page.GetByRole(AriaRole.Button, new() { Name = "Train now" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = Team.Email(Role.Manager) }).First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        (await App.Services.GetRequiredService<ILearning>().TrainingsAsync(1, default)).ShouldHaveSingleItem().StartedBy.ShouldBe(Team.Email(Role.Manager));
        await Assertions.Expect(page.GetByText("a drowsy stable for me")).ToBeVisibleAsync();
    }

    private Task TeachAsync(string text) => new Seed(App).TeachAsync(text, string.Join(' ', text.Split(' ').Where(word => word is "sleepy" or "barnyard" or "drowsy" or "stable")));
}
