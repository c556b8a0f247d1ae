using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;
using FinishReason = Microsoft.Extensions.AI.ChatFinishReason;

namespace Restaurant.Infrastructure.Models;

/// <summary>Asks any server that speaks OpenAI's chat protocol. One try a question: whoever asks decides what silence means.</summary>
public sealed class OpenAiChat : IChatClient
{
    private readonly ChatClient client;
    private readonly string model;

    public OpenAiChat(LlmOptions options)
    {
        model = options.Model;
        client = new ChatClient(model, new ApiKeyCredential(string.IsNullOrEmpty(options.ApiKey) ? "none" : options.ApiKey), new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
        });
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = new ChatCompletionOptions { Temperature = options?.Temperature, MaxOutputTokenCount = options?.MaxOutputTokens };
        if (options?.ResponseFormat is ChatResponseFormatJson { Schema: { } schema } format)
        {
            asked.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                format.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), jsonSchemaIsStrict: true);
        }

        ChatCompletion answer = await client.CompleteChatAsync(messages.Select(Translate), asked, cancellationToken);
        var text = string.Concat(answer.Content.Select(part => part.Text));
        return new(new ChatMessage(ChatRole.Assistant, text))
        {
            ModelId = answer.Model,
            FinishReason = answer.Refusal is not null ? FinishReason.ContentFilter
                : answer.FinishReason == OpenAI.Chat.ChatFinishReason.Length ? FinishReason.Length : FinishReason.Stop,
            Usage = answer.Usage is not { } usage ? null : new()
            {
                InputTokenCount = usage.InputTokenCount,
                OutputTokenCount = usage.OutputTokenCount,
                TotalTokenCount = usage.TotalTokenCount,
            },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // An answer is only of use when it is whole, so it arrives in one piece.
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", null, model)
        : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // The client holds nothing of its own.
    }

    private static OpenAI.Chat.ChatMessage Translate(ChatMessage message) =>
        message.Role == ChatRole.System ? new SystemChatMessage(message.Text)
        : message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text)
        : new UserChatMessage(message.Text);
}
