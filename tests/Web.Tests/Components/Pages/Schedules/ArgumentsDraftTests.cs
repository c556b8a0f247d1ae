using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Jobs;
using Restaurant.Web.Components.Pages.Schedules;

namespace Restaurant.Web.Tests.Components.Pages.Schedules;

public sealed class ArgumentsDraftTests
{
    private static readonly JobDefinition Job = new("test/one", "One", "For tests.") { Arguments = typeof(Everything) };

    [Fact]
    public void What_stays_as_the_job_has_it_is_left_out()
    {
        var draft = new ArgumentsDraft(Job, null);
        draft.ToJson().ShouldBeNull();

        Type(draft, "count", "12");
        Type(draft, "label", "a \"box\"");
        Type(draft, "isLoud", "true");
        Type(draft, "day", "2026-05-06");

        draft.Problem().ShouldBeNull();
        draft.ToJson().ShouldBe("""{"count":12,"label":"a \u0022box\u0022","isLoud":true,"day":"2026-05-06"}""");
    }

    [Fact]
    public void What_is_there_already_is_shown_and_may_be_emptied()
    {
        var draft = new ArgumentsDraft(Job, """{"day":"2026-05-06","size":"Large","rooms":["a"]}""");
        draft.ToJson().ShouldBe("""{"day":"2026-05-06","size":"Large","rooms":["a"]}""");

        Type(draft, "day", "");
        Type(draft, "rooms", "[]");

        draft.ToJson().ShouldBe("""{"size":"Large"}""");
    }

    [Theory]
    [InlineData("count", "many")]
    [InlineData("count", "400")]
    [InlineData("count", "1e400")]
    [InlineData("count", "1.5")]
    [InlineData("count", "NaN")]
    [InlineData("label", "")]
    [InlineData("rooms", "[")]
    [InlineData("day", "someday")]
    public void What_the_job_cannot_use_is_said_and_never_thrown(string name, string typed)
    {
        var draft = new ArgumentsDraft(Job, null);

        Type(draft, name, typed);

        draft.Problem().ShouldNotBeNullOrEmpty();
    }

    private static void Type(ArgumentsDraft draft, string name, string typed) => draft[Job.Parameters.Single(parameter => parameter.Name == name)] = typed;

    internal enum Size
    {
        Small,
        Large,
    }

    internal sealed record Everything
    {
        [Range(1, 100)]
        public int Count { get; init; } = 10;

        [Required]
        public string Label { get; init; } = "shelf";
        public bool IsLoud { get; init; }
        public DateOnly? Day { get; init; }
        public Size Size { get; init; }
        public IReadOnlyList<string> Rooms { get; init; } = [];
    }
}
