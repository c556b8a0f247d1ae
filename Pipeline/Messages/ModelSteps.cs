using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Pipeline.Messages.Steps;

namespace Restaurant.Pipeline.Messages;

internal static class ModelSteps
{
    /// <summary>The steps that need a model join the flow only where that model is configured.</summary>
    public static IServiceCollection AddModelSteps(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(IEmbeddingGenerator<string, Embedding<float>>)))
            services.AddSingleton<MatchMeaning>().AddSingleton(new MeaningSettings(configuration.GetValue("Embeddings:Threshold", 0.7)));
        if (services.Any(service => service.ServiceType == typeof(IChatClient)))
        {
            services.AddSingleton<SecondOpinion>().AddSingleton(new OpinionSettings(
                TimeSpan.FromSeconds(configuration.GetValue("Llm:TimeoutSeconds", 10.0)),
                configuration.GetValue("Llm:InputPerMillion", 0m),
                configuration.GetValue("Llm:OutputPerMillion", 0m)));
        }

        return services;
    }
}
