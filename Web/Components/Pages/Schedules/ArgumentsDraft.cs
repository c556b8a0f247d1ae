using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Restaurant.Domain.Jobs;

namespace Restaurant.Web.Components.Pages.Schedules;

/// <summary>A job's arguments while somebody types them. What stays as the job has it is left out, so that a later version may choose a better default.</summary>
public sealed class ArgumentsDraft
{
    private readonly JobDefinition job;
    private readonly Dictionary<string, string> typed;

    /// <param name="json">What is there already; null for all defaults.</param>
    public ArgumentsDraft(JobDefinition job, string? json)
    {
        this.job = job;
        var given = Read(json);
        typed = job.Parameters.ToDictionary(parameter => parameter.Name, parameter => Shown(given?[parameter.Name]?.ToJsonString() ?? parameter.Default), StringComparer.Ordinal);
    }

    public string this[JobParameter parameter]
    {
        get => typed[parameter.Name];
        set => typed[parameter.Name] = value;
    }

    /// <summary>Null for all defaults.</summary>
    public string? ToJson()
    {
        var json = new JsonObject();
        foreach (var parameter in job.Parameters.Where(parameter => typed[parameter.Name] != Shown(parameter.Default)))
            json[parameter.Name] = Value(parameter, typed[parameter.Name]);
        return json.Count == 0 ? null : json.ToJsonString();
    }

    /// <summary>What cannot be right about one of them, for people; null when it may be.</summary>
    public string? ProblemOf(JobParameter parameter) => typed[parameter.Name].Trim() switch
    {
        "" when parameter.IsRequired => "Needed.",
        { Length: > 0 } text when parameter.Kind == JobParameterKind.Number && !IsNumber(text) => "A number, for example 30.",
        { Length: > 0 } text when IsRaw(parameter) && Read(text) is null && !IsJson(text) => "This cannot be read as JSON.",
        _ => null,
    };

    /// <summary>What keeps the job from running with them, for people; null when nothing does.</summary>
    public string? Problem() => job.Parameters.Any(parameter => ProblemOf(parameter) is not null) ? "See the fields that are marked." : JobArguments.Problem(job, ToJson());

    /// <summary>A list or an object: typed as JSON.</summary>
    public static bool IsRaw(JobParameter parameter) => parameter.Default is ['[' or '{', ..];

    private static JsonNode? Value(JobParameter parameter, string text) => parameter.Kind switch
    {
        _ when text.Length == 0 && parameter.Default == "null" => null,
        JobParameterKind.Flag => JsonValue.Create(text == "true"),
        JobParameterKind.Number when text.Length == 0 => null,
        JobParameterKind.Number => JsonNode.Parse(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)),
        _ when IsRaw(parameter) => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static string Shown(string json) => json == "null" ? "" : json is ['"', ..] ? JsonSerializer.Deserialize<string>(json)! : json;

    private static JsonObject? Read(string? json)
    {
        try
        {
            return string.IsNullOrWhiteSpace(json) ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            // Written by another version of the job, or by hand: the form then begins with the defaults.
            return null;
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
