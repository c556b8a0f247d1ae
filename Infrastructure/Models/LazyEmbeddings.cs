using Microsoft.Extensions.AI;

namespace Restaurant.Infrastructure.Models;

/// <summary>
/// Loads the model when it is first asked, so that a broken one is an error of that question and never keeps the program from starting;
/// and loads it again a few seconds later, so that a file that was put right needs no restart.
/// </summary>
internal sealed class LazyEmbeddings(EmbeddingOptions options, TimeProvider clock) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lock gate = new();
    private readonly Rest rest = new(clock);
    private OnnxEmbeddings? model;
    private Exception? problem;

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Model().GenerateAsync(values, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => model?.Dispose();

    private OnnxEmbeddings Model()
    {
        lock (gate)
        {
            if (model is not null)
                return model;
            if (!rest.MayTry())
                throw new InvalidOperationException(problem!.Message, problem);
            try
            {
                model = new OnnxEmbeddings(options);
                return model;
            }
            catch (Exception exception)
            {
                problem = exception;
                rest.Failed();
                throw;
            }
        }
    }
}
