using Microsoft.Extensions.AI;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Models;

/// <summary>Notes whether the language model answers, for those who look after the house, and lets no queue form before one that does not.</summary>
internal sealed class WatchedChat(IChatClient inner, DependencyWatch watch, TimeProvider clock) : DelegatingChatClient(inner)
{
    public const string Name = "Language model";

    private readonly Rest rest = new(clock);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!rest.MayTry())
            throw new InvalidOperationException("It failed a moment ago and is asked again within three seconds.");
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            rest.Works();
            watch.Works(Name);
            return response;
        }
        catch (Exception exception)
        {
            rest.Failed();
            watch.Failed(Name, exception is OperationCanceledException ? "gave no answer in time" : "answered with an error");
            throw;
        }
    }
}
