using Microsoft.Extensions.Configuration;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Models;

/// <summary>Where the embedding model lies; without <see cref="Model"/> there is none, and nothing else is looked for.</summary>
public sealed record EmbeddingOptions
{
    /// <summary>Path of the .onnx file.</summary>
    public string? Model { get; init; }

    /// <summary>Path of tokenizer.json; beside the model when not set.</summary>
    public string? Tokenizer { get; init; }

    /// <summary>Path of ONNX Runtime's native library, for example libonnxruntime.so.1; the system's own when not set.</summary>
    public string? Library { get; init; }

    /// <summary>"mean" of all tokens or the "first" one; what the model's authors say.</summary>
    public string Pooling { get; init; } = "mean";

    /// <summary>Longer texts are cut, 8 to 8192 tokens.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>Texts that go through the model at once, 1 to 256.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>Threads of one pass; 0 lets the library decide.</summary>
    public int Threads { get; init; } = 1;

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Model);

    public string TokenizerPath => Tokenizer ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Model!))!, "tokenizer.json");

    public string LibraryPath => Library ?? "libonnxruntime.so.1";

    public static EmbeddingOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection("Embeddings").Get<EmbeddingOptions>() ?? new();
        return options switch
        {
            { MaxTokens: < 8 or > 8192 } => throw new UnusableSettingException("Embeddings:MaxTokens must be from 8 to 8192."),
            { Batch: < 1 or > 256 } => throw new UnusableSettingException("Embeddings:Batch must be from 1 to 256."),
            { Pooling: not ("mean" or "first") } => throw new UnusableSettingException("Embeddings:Pooling must be mean or first."),
            _ => options,
        };
    }
}
