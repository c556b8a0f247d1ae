using System.Numerics.Tensors;
using Microsoft.Extensions.AI;
using Restaurant.Infrastructure.Models;

namespace Restaurant.Infrastructure.Tests.Models;

public sealed class OnnxEmbeddingsTests
{
    private static readonly (string, float[])[] Words =
        [("soda", [1, 0, 0]), ("cola", [0.9f, 0.1f, 0]), ("burger", [0, 1, 0]), ("lemon", [0, 0, 1]), ("##ade", [0.5f, 0, 0.5f])];

    [Fact]
    public async Task Words_of_like_meaning_lie_near_one_another()
    {
        using var model = new TinyModel(Words);
        using var embeddings = new OnnxEmbeddings(model.Options);

        var vectors = await embeddings.GenerateAsync(["Soda!", "COLA", "burger"]);

        Nearness(vectors[0], vectors[1]).ShouldBeGreaterThan(0.9f);
        Nearness(vectors[0], vectors[2]).ShouldBeLessThan(0.1f);
        TensorPrimitives.Norm(vectors[0].Vector.Span).ShouldBe(1, 0.0001f);
    }

    [Fact]
    public async Task A_long_list_goes_through_in_batches_and_padding_changes_nothing()
    {
        using var model = new TinyModel(Words);
        using var embeddings = new OnnxEmbeddings(model.Options with { Batch = 2 });

        var together = await embeddings.GenerateAsync(["lemonade", "soda soda soda soda soda", "cola", "burger", "cola"]);
        var alone = await embeddings.GenerateAsync(["lemonade"]);

        together.Count.ShouldBe(5);
        Nearness(together[0], alone[0]).ShouldBe(1, 0.0001f);
        Nearness(together[2], together[4]).ShouldBe(1, 0.0001f);
    }

    [Fact]
    public async Task Many_threads_may_ask_at_once()
    {
        using var model = new TinyModel(Words);
        using var embeddings = new OnnxEmbeddings(model.Options);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => embeddings.GenerateAsync(["soda", "burger"])));

        answers.ShouldAllBe(answer => Nearness(answer[0], answer[1]) < 0.1f);
    }

    [Fact]
    public void A_missing_library_is_named_with_the_setting_to_correct()
    {
        using var model = new TinyModel(Words);

        var error = Should.Throw<InvalidOperationException>(() => new OnnxEmbeddings(model.Options with { Library = "/nowhere/libonnxruntime.so" }));

        error.Message.ShouldContain("/nowhere/libonnxruntime.so");
        error.Message.ShouldContain("Embeddings:Library");
    }

    [Fact]
    public void A_missing_model_is_named_with_the_setting_to_correct()
    {
        var error = Should.Throw<InvalidOperationException>(() => new OnnxEmbeddings(new() { Model = "/nowhere/model.onnx" }));

        error.Message.ShouldContain("/nowhere/model.onnx");
    }

    [Fact]
    public void A_file_that_is_no_model_is_refused_in_words()
    {
        using var model = new TinyModel(Words);
        File.WriteAllText(model.Options.Model!, "not a model");

        Should.Throw<InvalidOperationException>(() => new OnnxEmbeddings(model.Options)).Message.ShouldContain("ONNX Runtime");
    }

    private static float Nearness(Embedding<float> left, Embedding<float> right) =>
        TensorPrimitives.Dot(left.Vector.Span, right.Vector.Span);
}
