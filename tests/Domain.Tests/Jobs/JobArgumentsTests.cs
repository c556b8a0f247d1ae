using System.ComponentModel.DataAnnotations;
using Restaurant.Domain.Jobs;

namespace Restaurant.Domain.Tests.Jobs;

public sealed class JobArgumentsTests
{
    private static readonly JobDefinition Job = new("test/job", "Test", "For tests.") { Arguments = typeof(Limits) };

    private enum Size
    {
        Small,
        Large,
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{}")]
    [InlineData("""{"daysToKeep":30,"size":"Large","day":"2026-05-04"}""")]
    public void What_fits_has_no_problem(string? json) => JobArguments.Problem(Job, json).ShouldBeNull();

    [Theory]
    [InlineData("""{"daysToKeep":0}""", "between 1 and 365")]
    [InlineData("""{"daysTokeep2":3}""", "cannot be read")]
    [InlineData("""{"daysToKeep":"many"}""", "cannot be read at daysToKeep")]
    [InlineData("[]", "must be a JSON object")]
    [InlineData("nonsense", "must be a JSON object")]
    public void What_does_not_fit_says_why(string json, string problem) => JobArguments.Problem(Job, json).ShouldNotBeNull().ShouldContain(problem);

    [Fact]
    public void They_come_back_as_they_were_written() =>
        JobArguments.Read<Limits>(JobArguments.Write(new Limits { DaysToKeep = 7, Size = Size.Large, Day = new(2026, 5, 4) }))
            .ShouldBe(new Limits { DaysToKeep = 7, Size = Size.Large, Day = new(2026, 5, 4) });

    [Fact]
    public void A_form_learns_their_names_kinds_defaults_and_limits() => Job.Parameters.Select(one => (one.Name, one.Label, one.Kind, one.Default, one.Limits)).ShouldBe(
    [
        ("daysToKeep", "Days to keep", JobParameterKind.Number, "90", "1 to 365"),
        ("size", "Size", JobParameterKind.Choice, "\"Small\"", ""),
        ("day", "Day", JobParameterKind.Date, "null", ""),
    ]);

    private sealed record Limits
    {
        [Range(1, 365)]
        public int DaysToKeep { get; init; } = 90;

        public Size Size { get; init; }

        public DateOnly? Day { get; init; }
    }
}
