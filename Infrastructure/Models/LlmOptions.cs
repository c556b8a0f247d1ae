using Microsoft.Extensions.Configuration;
using Restaurant.Domain.Shared;

namespace Restaurant.Infrastructure.Models;

/// <summary>The language model that gives second opinions; without <see cref="Endpoint"/> there is none.</summary>
public sealed record LlmOptions
{
    /// <summary>Base address of any OpenAI-compatible server, for example http://localhost:11434/v1.</summary>
    public Uri? Endpoint { get; init; }
    public string? ApiKey { get; init; }
    public string Model { get; init; } = "gpt-4o-mini";

    public static LlmOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Llm");
        var endpoint = section["Endpoint"];
        return new()
        {
            Endpoint = string.IsNullOrWhiteSpace(endpoint) ? null
                : Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
                : throw new UnusableSettingException($"Llm:Endpoint must be an http or https address such as http://localhost:11434/v1, not '{endpoint}'."),
            ApiKey = section["ApiKey"],
            Model = section["Model"] ?? "gpt-4o-mini",
        };
    }
}
