using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Domain.Settings;

public static class SettingsRules
{
    private const int MaxName = 100;
    private const int MaxTurnSeconds = 120;

    /// <summary>One sentence a problem; empty when the settings can be used.</summary>
    public static IReadOnlyList<string> Problems(RestaurantSettings settings)
    {
        var problems = new List<string>();
        if (settings.Name.Trim().Length is 0 or > MaxName)
            problems.Add($"The restaurant's name must have 1 to {MaxName} characters.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out _))
            problems.Add($"\"{settings.TimeZone}\" is not a time zone. Use an IANA name such as Europe/Paris.");
        if (settings.Currency.Length != 3 || !settings.Currency.All(char.IsAsciiLetterUpper))
            problems.Add($"\"{settings.Currency}\" is not a currency. Use an ISO 4217 code such as USD.");
        if (settings.TurnSeconds is < 0 or > MaxTurnSeconds)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"A turn lasts 0 to {MaxTurnSeconds} seconds, not {settings.TurnSeconds}."));
        if (settings.Threshold is not (>= 0 and <= 1))
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"The threshold is a share from 0 to 1, not {settings.Threshold}."));
        problems.AddRange(JobProblems(settings.Jobs));
        return problems;
    }

    private static IEnumerable<string> JobProblems(JobSettings jobs)
    {
        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(jobs, new(jobs), problems, validateAllProperties: true);
        Validator.TryValidateObject(jobs.Gate, new(jobs.Gate), problems, validateAllProperties: true);
        return problems.Select(problem => problem.ErrorMessage!);
    }
}
