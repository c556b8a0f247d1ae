using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Messages;
using Restaurant.Web.Security;

namespace Restaurant.Web.Api;

internal static class MessagesApi
{
    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        var messages = routes.MapGroup("/api/messages").WithTags("Messages").RequireAuthorization(Policies.Front);
        messages.MapPost("/", Receive);
        messages.MapGet("/", List);
        messages.MapGet("/{number:long}", Find);
        messages.MapPost("/{number:long}/replay", ReplayAsync);
        messages.MapPost("/{number:long}/intent", Correct);
    }

    /// <summary>Takes a message from a channel. It is stored before the answer leaves; sending the same external id again is safe and gives the same message.</summary>
    private static async Task<Results<Accepted<ReceivedView>, ValidationProblem>> Receive(
        MessageBody body, IInbox inbox, TimeProvider clock, CancellationToken cancellationToken)
    {
        var message = new NewMessage(body.Channel ?? "", body.ExternalId ?? "", body.Sender ?? "", body.Text ?? "", body.SentAt ?? clock.GetUtcNow());
        if (MessageRules.Check(message) is { Count: > 0 } problems)
            return TypedResults.ValidationProblem(problems);
        return Accepted((await inbox.AddAsync([message], cancellationToken))[0]);
    }

    /// <summary>The messages, newest first, filtered and paged.</summary>
    private static async Task<Paged<MessageView>> List(
        IMessageLog log, [AsParameters] MessageQuery query, int? page, int? size, CancellationToken cancellationToken)
    {
        var (number, rows, skip) = Paging.Of(page, size);
        var filter = query.ToFilter();
        var found = await log.PageAsync(filter, skip, rows, cancellationToken);
        return new Page<CustomerMessage>(found, await log.CountAsync(filter, cancellationToken)).To(number, rows, MessageView.Of);
    }

    /// <summary>One message with all its runs, newest first, step by step.</summary>
    private static async Task<Results<Ok<MessageDetailView>, ProblemHttpResult>> Find(
        long number, IMessageLog log, CancellationToken cancellationToken) =>
        await log.FindAsync(number, cancellationToken) is { } detail
            ? TypedResults.Ok(MessageDetailView.Of(detail))
            : ChangeResults.Missing("message");

    /// <summary>Runs a message again, from the start or from a step, as it came or with edited text. Nobody is notified twice.</summary>
    private static async Task<Results<Ok<ReplayView>, ValidationProblem, ProblemHttpResult>> ReplayAsync(
        long number, ReplayBody body, Replay replay, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (body.Text is not null && MessageRules.Problem(body.Text, CustomerMessage.MaxText) is { } problem)
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["text"] = [$"The text {problem}"] });
        var change = await replay.RunAsync(number, body.From, body.Text, user.Who, cancellationToken);
        return change.IsDone ? TypedResults.Ok(new ReplayView(change.Sentence, change.Value)) : ChangeResults.Problem(change);
    }

    /// <summary>Says what a message is; what was registered for it moves there, where nobody has worked on it yet.</summary>
    private static async Task<Results<Ok<CorrectionView>, ProblemHttpResult>> Correct(
        long number, IntentBody body, Replay replay, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var change = await replay.CorrectAsync(number, body.Intent!.Value, user.Who, cancellationToken);
        return change.IsDone
            ? TypedResults.Ok(new CorrectionView(change.Sentence, MessageView.Of(change.Value)))
            : ChangeResults.Problem(change);
    }

    internal static Accepted<ReceivedView> Accepted(ReceivedMessage received)
    {
        // In the message's trace, with a link to this request's.
        using (MessageTrace.Start("message.receive", ActivityKind.Producer, received.Number))
            return TypedResults.Accepted($"/api/messages/{received.Number}", new ReceivedView(received.Number, !received.IsNew));
    }

    /// <param name="Channel">Where it comes from, for example sms; at most 40 characters.</param>
    /// <param name="ExternalId">The channel's own id of the message; at most 200 characters.</param>
    /// <param name="Sender">Who wrote it; at most 200 characters.</param>
    /// <param name="Text">At most 4,000 characters.</param>
    /// <param name="SentAt">When the customer sent it; now where it is missing.</param>
    public sealed record MessageBody(string? Channel, string? ExternalId, string? Sender, string? Text, DateTimeOffset? SentAt);

    /// <param name="From">A step to begin at: Screen, Parse, Classify, Match, Price or Decide. Not together with a text.</param>
    /// <param name="Text">Edited text to read instead.</param>
    public sealed record ReplayBody([property: MaxLength(40)] string? From, string? Text);

    public sealed record IntentBody([property: Required] Intent? Intent);

    /// <param name="Repeat">The channel had sent this external id before.</param>
    public sealed record ReceivedView(long Number, bool Repeat);

    public sealed record ReplayView(string Sentence, Restaurant.Domain.Runs.Run Run);

    public sealed record CorrectionView(string Sentence, MessageView Message);
}
