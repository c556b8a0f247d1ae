using System.CommandLine;
using Microsoft.Extensions.AI;
using Restaurant.Infrastructure.Models;

namespace Restaurant.Web.Commands;

/// <summary>Says what is found of the optional embedding model, and tries it.</summary>
internal static class EmbeddingsCommand
{
    public static void AddTo(RootCommand root)
    {
        var check = new Command("check", "Loads library, model and tokenizer as configured under Embeddings, and compares two phrases. Exit code 1 when something is missing.");
        check.SetAction(CheckAsync);
        root.Add(new Command("embeddings", "The optional embedding model of the semantic match.") { check });
    }

    private static async Task<int> CheckAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var options = EmbeddingOptions.Read(new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().Build());
        if (!options.IsConfigured)
        {
            Console.WriteLine("No embedding model is configured (Embeddings:Model). The semantic match is off; everything else works.");
            return 0;
        }

        try
        {
            using var embeddings = new OnnxEmbeddings(options);
            var vectors = await embeddings.GenerateAsync(["sparkling water", "fizzy mineral water"], cancellationToken: cancellationToken);
            Console.WriteLine($"Library    {options.LibraryPath}\nModel      {options.Model}\nTokenizer  {options.TokenizerPath}\nFound      {embeddings.Description}");
            Console.WriteLine($"Vector     {vectors[0].Vector.Length} numbers; 'sparkling water' and 'fizzy mineral water' are {Nearness(vectors):0.00} near");
            return 0;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    private static float Nearness(IReadOnlyList<Embedding<float>> vectors) =>
        vectors[0].Vector.ToArray().Zip(vectors[1].Vector.ToArray(), (left, right) => left * right).Sum();
}
