using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Team;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Database;
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

    [Fact]
    public async Task The_weeks_and_the_confusion_table_count_what_people_decided()
    {
        await using var program = await OwnApp.StartWithTeamAsync();
        await DecidedAsync(
            program,
            ("2026-05-04T00:30:00Z", Intent.Order, Intent.Order, false), // a Monday
            ("2026-05-05T12:00:00Z", Intent.Order, Intent.Order, true), // another dish
            ("2026-05-06T12:00:00Z", Intent.Order, Intent.Enquiry, true),
            ("2026-05-10T23:30:00Z", Intent.Order, Intent.Enquiry, true), // the Sunday after it
            ("2026-05-11T00:30:00Z", Intent.Enquiry, Intent.Order, true),
            ("2026-05-12T12:00:00Z", Intent.Miscellaneous, Intent.Miscellaneous, false),
            ("2026-05-12T13:00:00Z", Intent.Miscellaneous, Intent.Offensive, true));
        var page = await NewPageAsync(null);
        await program.SignInAsync(page, Role.Manager);
        await page.GotoAsync($"{program.Address}/learning");

        await Assertions.Expect(page.Locator("section[aria-labelledby=weeks-title] td")).ToHaveTextAsync(["11 May 2026", "3", "33 %", "4 May 2026", "4", "25 %"]);
        await Assertions.Expect(page.Locator(".learning-confusion tbody tr")).ToHaveTextAsync(
            [Cells("Order", "2", "2", "–", "–"), Cells("Enquiry", "1", "–", "–", "–"), Cells("Filed", "–", "–", "1", "1"), Cells("Offensive", "–", "–", "–", "–")]);
        await Assertions.Expect(page.Locator(".learning-confusion thead th")).ToHaveTextAsync(["We said ↓ it was →", "Order", "Enquiry", "Filed", "Offensive"]);
        await Assertions.Expect(page.Locator(".tile-value")).ToHaveTextAsync(["7", "28 %", "5", "Built in"]);
        await page.CloseAsync();
    }

    private static Regex Cells(params string[] cells) => new($@"^\s*{string.Join(@"\s*", cells)}\s*$");

    private static async Task DecidedAsync(OwnApp program, params (string At, Intent Understood, Intent Decided, bool Corrected)[] decisions)
    {
        await using var database = await program.Services.GetRequiredService<IDbContextFactory<RestaurantDb>>().CreateDbContextAsync();
        database.Verdicts.AddRange(decisions.Select(decision => new Verdict
        {
            Words = "two soups",
            DecidedBy = "ann@example.com",
            DecidedAt = DateTimeOffset.Parse(decision.At, CultureInfo.InvariantCulture),
            UnderstoodIntent = decision.Understood,
            DecidedIntent = decision.Decided,
            Corrected = decision.Corrected,
        }));
        await database.SaveChangesAsync();
    }

    private Task TeachAsync(string text) => new Seed(App).TeachAsync(text, string.Join(' ', text.Split(' ').Where(word => word is "sleepy" or "barnyard" or "drowsy" or "stable")));
}
