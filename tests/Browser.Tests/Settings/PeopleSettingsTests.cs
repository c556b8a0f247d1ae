using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Domain.Team;
using Restaurant.Testing;

namespace Restaurant.Browser.Tests.Settings;

public sealed class PeopleSettingsTests(TheApp app) : BrowserTest(app)
{
    private IPeople People => App.Services.GetRequiredService<IPeople>();

    [Fact]
    public async Task A_new_person_gets_a_link_sets_a_password_and_is_inside()
    {
        var email = $"new-{Guid.NewGuid():N}@example.com";
        var page = await OpenAsync(Role.Owner, "/settings?tab=people");
        await page.GetByPlaceholder("E-mail of a new person").FillAsync(email);
        await page.GetByLabel("Role of the new person").SelectOptionAsync(Role.Kitchen);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add person" }).ClickAsync();
        var link = await page.GetByRole(AriaRole.Textbox, new() { Name = $"One-time link for {email}" }).InputValueAsync();
        await Assertions.Expect(Row(page, email)).ToContainTextAsync("no password yet");

        var theirs = await NewPageAsync(null);
        await theirs.GotoAsync(link);
        await Axe.CheckAsync(theirs);
        await theirs.GetByLabel("Password", new() { Exact = true }).FillAsync(Team.Password);
        await theirs.GetByLabel("Password again").FillAsync(Team.Password);
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await theirs.InteractiveAsync();

        theirs.Url.ShouldBe($"{App.Address}/");
        await Assertions.Expect(theirs.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Live");
    }

    [Fact]
    public async Task A_role_is_changed_and_taken_back()
    {
        var email = await AddAsync(Role.Kitchen);
        var page = await OpenAsync(Role.Owner, "/settings?tab=people");

        await page.GetByLabel($"Role of {email}").SelectOptionAsync(Role.Manager);
        await Assertions.Expect(page.GetByText($"{email} is now manager")).ToBeVisibleAsync();
        (await RoleAsync(email)).ShouldBe(Role.Manager);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByLabel($"Role of {email}")).ToHaveValueAsync(Role.Kitchen);
        await Assertions.Expect(page.GetByText($"{email} is now manager")).ToHaveCountAsync(0);
        (await RoleAsync(email)).ShouldBe(Role.Kitchen);
    }

    [Fact]
    public async Task Who_is_switched_off_is_turned_away_and_may_come_back()
    {
        Expect("401");
        var email = await AddAsync(Role.Front);
        var page = await OpenAsync(Role.Owner, "/settings?tab=people");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Switch off {email}" }).ClickAsync();
        await Assertions.Expect(Row(page, email)).ToContainTextAsync("Switched off");

        var theirs = await NewPageAsync(null);
        await theirs.GotoAsync("/sign-in");
        await SignInAsync(theirs, email);
        await Assertions.Expect(theirs.GetByRole(AriaRole.Alert)).ToContainTextAsync("switched off");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Switch on {email}" }).ClickAsync();
        await Assertions.Expect(Row(page, email)).ToContainTextAsync("Active");
        await SignInAsync(theirs, email);

        await theirs.InteractiveAsync();
    }

    [Fact]
    public async Task The_last_owner_stays_owner_and_is_told_why()
    {
        var owner = Team.Email(Role.Owner);
        var page = await OpenAsync(Role.Owner, "/settings?tab=people");

        await page.GetByLabel($"Role of {owner}").SelectOptionAsync(Role.Front);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("last owner");

        await Assertions.Expect(page.GetByLabel($"Role of {owner}")).ToHaveValueAsync(Role.Owner);
        (await RoleAsync(owner)).ShouldBe(Role.Owner);
    }

    [Fact]
    public async Task Whoever_knows_the_password_changes_it_and_stays_signed_in()
    {
        const string Changed = "another long password";
        var email = await AddAsync(Role.Front);
        var page = await NewPageAsync(null);
        await page.GotoAsync("/sign-in?returnUrl=/change-password");
        await SignInAsync(page, email);

        await ChangeAsync(page, "not the password", Changed);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");
        await ChangeAsync(page, Team.Password, Changed);
        await page.InteractiveAsync();

        var other = await NewPageAsync(null);
        await other.GotoAsync("/sign-in");
        await SignInAsync(other, email, Changed);
        await other.InteractiveAsync();
    }

    private static async Task ChangeAsync(IPage page, string now, string next)
    {
        await page.GetByLabel("Password now").FillAsync(now);
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(next);
        await page.GetByLabel("New password again").FillAsync(next);
        await page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
    }

    private static async Task SignInAsync(IPage page, string email, string password = Team.Password)
    {
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private static ILocator Row(IPage page, string email) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = email });

    private async Task<string> AddAsync(string role)
    {
        var email = $"{role}-{Guid.NewGuid():N}@example.com";
        await People.AddWithPasswordAsync(email, role, Team.Password, "test", CancellationToken.None);
        return email;
    }

    private async Task<string> RoleAsync(string email) => (await People.ListAsync(CancellationToken.None)).Single(person => person.Email == email).Role;
}
