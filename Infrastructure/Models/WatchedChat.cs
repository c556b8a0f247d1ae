using Microsoft.Extensions.AI;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Models;

/// <summary>Notes whether the language model answers, for those who look after the house.</summary>
internal sealed class WatchedChat(IChatClient inner, DependencyWatch watch) : DelegatingChatClient(inner)
{
    public const string Name = "Language model";

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            watch.Works(Name);
            return response;
        }
        catch (Exception exception)
        {
            watch.Failed(Name, exception is OperationCanceledException ? "gave no answer in time" : "answered with an error");
            throw;
        }
    }
}
