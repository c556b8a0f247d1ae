using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Learning;

/// <summary>What people decided, and what was learned from it.</summary>
public interface ILearning
{
    /// <summary>What people decided until a moment, oldest first; at most the newest 20,000. Those taken back are left out.</summary>
    Task<IReadOnlyList<Verdict>> VerdictsAsync(DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The newest where a person saw it otherwise than we did.</summary>
    Task<Page<Verdict>> DisagreementsAsync(int skip, int take, CancellationToken cancellationToken);

    /// <summary>Keeps what a person says about a message typed in the Playground.</summary>
    Task<Change<Verdict>> TeachAsync(Lesson lesson, string who, CancellationToken cancellationToken);

    /// <summary>Nothing is learned any more from an example of the Playground.</summary>
    Task<Change<Verdict>> ForgetExampleAsync(Guid verdict, string who, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Training>> TrainingsAsync(int take, CancellationToken cancellationToken);

    /// <summary>The newest training whose model replaced the one before; null while our own examples alone are in use.</summary>
    Task<Training?> InUseAsync(CancellationToken cancellationToken);

    Task<Change<Training>> AddTrainingAsync(Training training, string who, CancellationToken cancellationToken);

    /// <summary>Proposals that somebody does not want to see again.</summary>
    Task<IReadOnlyList<DismissedAlias>> DismissedAsync(CancellationToken cancellationToken);

    Task<Change<DismissedAlias>> DismissAsync(string item, string words, string who, CancellationToken cancellationToken);

    /// <summary>Takes a dismissal back: the words are proposed again.</summary>
    Task<Change<DismissedAlias>> ProposeAgainAsync(Guid dismissed, string who, CancellationToken cancellationToken);
}

/// <summary>What was understood of a text, and what a person says it is.</summary>
public sealed record Lesson(
    string Text, Intent UnderstoodIntent, double Confidence, IReadOnlyList<Orders.OrderLine> UnderstoodLines, IReadOnlyList<UnmatchedPhrase> Unmatched,
    Intent Intent, IReadOnlyList<Orders.OrderLine> Lines);

/// <summary>Words that shall not be proposed as an alias again.</summary>
public sealed class DismissedAlias
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Item { get; init; }

    /// <summary>In small letters, as in <see cref="AliasProposal.Words"/>. Unique together with the item.</summary>
    public required string Words { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
}
