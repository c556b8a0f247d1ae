namespace Restaurant.Domain.Jobs;

/// <summary>One argument of a job, as a form shows it.</summary>
/// <param name="Name">As in the JSON: camel case.</param>
/// <param name="Label">For people: "Days to keep".</param>
/// <param name="Default">What counts when it is left out, as JSON.</param>
/// <param name="Help">What it means; empty when the label says it.</param>
/// <param name="Limits">"1 to 365", "at most 200 characters"; empty when any value does.</param>
public sealed record JobParameter(
    string Name, string Label, JobParameterKind Kind, string Default, bool IsRequired, string Help, string Limits, IReadOnlyList<string> Choices);

public enum JobParameterKind
{
    Text,
    Number,
    Flag,
    Date,
    Choice,
}
