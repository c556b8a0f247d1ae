using Microsoft.Extensions.AI;

namespace Restaurant.Infrastructure.Models;

/// <summary>Loads the model when it is first asked, so that a broken one is an error of that question and never keeps the program from starting.</summary>
internal sealed class LazyEmbeddings(EmbeddingOptions options) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lazy<OnnxEmbeddings> model = new(() => new OnnxEmbeddings(options));

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        model.Value.GenerateAsync(values, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        if (model.IsValueCreated)
            model.Value.Dispose();
    }
}
