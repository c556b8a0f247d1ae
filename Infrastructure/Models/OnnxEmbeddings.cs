using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Restaurant.Infrastructure.Models.Tokenizers;

namespace Restaurant.Infrastructure.Models;

/// <summary>Turns texts into vectors of length 1 with a local ONNX model. Calls are safe from many threads.</summary>
public sealed class OnnxEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingOptions options;
    private readonly Tokenizer tokenizer;
    private readonly OnnxRuntime runtime;

    /// <exception cref="InvalidOperationException">Library, model or tokenizer is missing or unusable; the message says which and what to do.</exception>
    public OnnxEmbeddings(EmbeddingOptions options)
    {
        this.options = options;
        Require(options.Model!, "the model", "Embeddings:Model");
        Require(options.TokenizerPath, "the tokenizer", "Embeddings:Tokenizer");
        try
        {
            tokenizer = Tokenizer.Load(options.TokenizerPath);
            runtime = new(options.LibraryPath, options.Model!, options.Threads);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw new InvalidOperationException(
                $"ONNX Runtime's library could not be loaded from '{options.LibraryPath}'. Download it for this platform and name it in Embeddings:Library.", exception);
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidOperationException(exception.Message, exception);
        }
    }

    public string Description => $"ONNX Runtime {runtime.Version}, inputs {string.Join(", ", runtime.Inputs)}, outputs {string.Join(", ", runtime.Outputs)}";

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(() =>
        {
            var embeddings = new GeneratedEmbeddings<Embedding<float>>();
            foreach (var batch in values.Chunk(this.options.Batch))
            {
                cancellationToken.ThrowIfCancellationRequested();
                embeddings.AddRange(Embed(batch).Select(vector => new Embedding<float>(vector)));
            }

            return embeddings;
        }, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => runtime.Dispose();

    private IEnumerable<float[]> Embed(string[] texts)
    {
        var encoded = texts.Select(text => tokenizer.Encode(text, options.MaxTokens)).ToArray();
        var width = Math.Max(1, encoded.Max(ids => ids.Length));
        var ids = new long[texts.Length * width];
        var mask = new long[texts.Length * width];
        Array.Fill(ids, tokenizer.Padding);
        for (var row = 0; row < encoded.Length; row++)
        {
            for (var column = 0; column < encoded[row].Length; column++)
                (ids[(row * width) + column], mask[(row * width) + column]) = (encoded[row][column], 1);
        }

        var inputs = runtime.Inputs.Select(name => (name, name switch
        {
            "input_ids" => ids,
            "attention_mask" => mask,
            "token_type_ids" => new long[ids.Length],
            _ => throw new InvalidOperationException($"The model asks for an input '{name}' that is not known. Use a text embedding model."),
        })).ToArray();
        var (output, shape) = runtime.Run(inputs, texts.Length, width);
        return shape switch
        {
            [_, var size] => Enumerable.Range(0, texts.Length).Select(row => Unit(output.AsSpan((int)(row * size), (int)size))),
            [_, _, var size] => Enumerable.Range(0, texts.Length).Select(row => Pool(output, mask, row, width, (int)size)),
            _ => throw new InvalidOperationException("The model's first output is neither one vector a text nor one a token."),
        };
    }

    private float[] Pool(float[] output, long[] mask, int row, int width, int size)
    {
        var from = row * width * size;
        if (options.Pooling == "first")
            return Unit(output.AsSpan(from, size));

        var sum = new float[size];
        for (var column = 0; column < width; column++)
        {
            if (mask[(row * width) + column] == 1)
                TensorPrimitives.Add(sum, output.AsSpan(from + (column * size), size), sum);
        }

        return Unit(sum);
    }

    private static float[] Unit(ReadOnlySpan<float> vector)
    {
        var unit = vector.ToArray();
        var length = TensorPrimitives.Norm<float>(unit);
        if (length > 0)
            TensorPrimitives.Divide(unit, length, unit);
        return unit;
    }

    private static void Require(string path, string what, string setting)
    {
        if (!File.Exists(path))
            throw new InvalidOperationException($"'{path}' ({what} of the semantic match) does not exist. Correct {setting}, or remove Embeddings:Model to work without.");
    }
}
