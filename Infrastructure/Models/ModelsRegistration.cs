using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Models;

internal static class ModelsRegistration
{
    /// <summary>Both models are optional: what is not configured is not there, and the flow goes on without it.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        if (EmbeddingOptions.Read(configuration) is { IsConfigured: true } embeddings)
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => new LazyEmbeddings(embeddings, provider.GetRequiredService<TimeProvider>()));
        if (LlmOptions.Read(configuration) is { Endpoint: not null } llm)
            services.AddSingleton<IChatClient>(provider => new WatchedChat(new OpenAiChat(llm), provider.GetRequiredService<DependencyWatch>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
