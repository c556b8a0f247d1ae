using System.Diagnostics.CodeAnalysis;

namespace Restaurant.Domain.Shared;

public enum ChangeResult
{
    Done,
    NotFound,

    /// <summary>Somebody else changed it since it was read; nothing was written.</summary>
    Stale,

    /// <summary>The thing does not allow it; nothing was written.</summary>
    Refused,

    /// <summary>The database cannot be used just now.</summary>
    Unavailable,
}

/// <summary>What came of something a person wanted to change.</summary>
/// <param name="Value">As it stands now: after the change, or, when refused or stale, as it is without it. Null only when it is not there.</param>
/// <param name="Sentence">For people: what was done, or why not and what to do next.</param>
public sealed record Change<T>(ChangeResult Result, T? Value, string Sentence)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsDone => Result == ChangeResult.Done && Value is not null;
}

public static class Change
{
    public static Change<T> Done<T>(T value, string sentence)
        where T : class => new(ChangeResult.Done, value, sentence);

    public static Change<T> NotFound<T>(string what)
        where T : class => new(ChangeResult.NotFound, null, $"There is no such {what}. Look at the list again.");

    /// <param name="deed">Who did what to it, where that is known: "Ann moved order 12 to ready".</param>
    public static Change<T> Stale<T>(T? value, string what, string? deed = null)
        where T : class => new(
            ChangeResult.Stale, value, $"{deed ?? $"Somebody else changed {what}"} meanwhile. Look at it again, then repeat what you wanted.");

    public static Change<T> Refused<T>(T? value, string why)
        where T : class => new(ChangeResult.Refused, value, why);

    public static Change<T> Unavailable<T>()
        where T : class => new(ChangeResult.Unavailable, null, "The database does not answer just now. What you typed is still here: try again in a moment.");
}
