using Microsoft.Extensions.AI;
using NSubstitute;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Messages.Steps;

namespace Restaurant.Pipeline.Tests.Messages.Steps;

public sealed class MatchMeaningTests
{
    private static readonly Dictionary<string, float[]> Meanings = new()
    {
        ["Cola"] = [1, 0, 0],
        ["Lemonade"] = [0.8f, 0.6f, 0],
        ["Iced Tea"] = [0.75f, 0, 0.66f],
        ["Burger"] = [0, 0, 1],
        ["fizzy soda"] = [1, 0, 0],
        ["unicorn"] = [0, -1, 0],
    };

    private readonly IEmbeddingGenerator<string, Embedding<float>> embeddings = Substitute.For<IEmbeddingGenerator<string, Embedding<float>>>();
    private int asked;

    public MatchMeaningTests() => embeddings.GenerateAsync(Arg.Any<IEnumerable<string>>(), Arg.Any<EmbeddingGenerationOptions?>(), Arg.Any<CancellationToken>())
        .Returns(call =>
        {
            asked++;
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(
                call.Arg<IEnumerable<string>>().Select(text => new Embedding<float>(Meanings[text]))));
        });

    [Fact]
    public async Task The_two_nearest_above_the_threshold_become_candidates_and_nothing_is_registered()
    {
        var result = await new MatchMeaning(embeddings, new(0.7)).RunAsync(Context("fizzy soda"), CancellationToken.None);

        var phrase = result.Context.Reading.Unmatched.Single();
        phrase.Candidates.Select(candidate => candidate.Item).ShouldBe(["Cola", "Lemonade"]);
        phrase.Candidates[0].Score.ShouldBe(1, 0.001);
        result.Context.Reading.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_near_to_nothing_gets_no_candidate()
    {
        var result = await new MatchMeaning(embeddings, new(0.7)).RunAsync(Context("unicorn"), CancellationToken.None);

        result.Context.Reading.Unmatched.Single().Candidates.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_menu_is_embedded_once()
    {
        var step = new MatchMeaning(embeddings, new(0.7));
        var context = Context("fizzy soda");

        await step.RunAsync(context, CancellationToken.None);
        await step.RunAsync(context, CancellationToken.None);

        asked.ShouldBe(3);
    }

    [Fact]
    public async Task A_model_that_fails_is_said_in_the_trace_and_asked_again_next_time()
    {
        var broken = true;
        embeddings.GenerateAsync(Arg.Any<IEnumerable<string>>(), Arg.Any<EmbeddingGenerationOptions?>(), Arg.Any<CancellationToken>())
            .Returns(call => broken
                ? throw new InvalidOperationException("library missing")
                : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(call.Arg<IEnumerable<string>>().Select(text => new Embedding<float>(Meanings[text])))));
        var step = new MatchMeaning(embeddings, new(0.7));
        var context = Context("fizzy soda");

        var failed = await step.RunAsync(context, CancellationToken.None);
        broken = false;
        var mended = await step.RunAsync(context, CancellationToken.None);

        failed.Summary.ShouldContain("library missing");
        failed.Context.ShouldBe(context);
        mended.Context.Reading.Unmatched.Single().Candidates.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("down")]
    [InlineData("slow")]
    [InlineData("too few")]
    [InlineData("too many")]
    [InlineData("other lengths")]
    [InlineData("no numbers")]
    [InlineData("huge numbers")]
    public async Task Whatever_a_model_does_no_phrase_is_lost_and_no_garbage_becomes_a_candidate(string fault)
    {
        embeddings.GenerateAsync(Arg.Any<IEnumerable<string>>(), Arg.Any<EmbeddingGenerationOptions?>(), Arg.Any<CancellationToken>())
            .Returns(call => Broken(fault, call.Arg<IEnumerable<string>>().Count()));
        var step = new MatchMeaning(embeddings, new(0.7) { Timeout = TimeSpan.FromMilliseconds(50) });

        var result = await step.RunAsync(Context("fizzy soda"), CancellationToken.None);

        var phrase = result.Context.Reading.Unmatched.Single();
        (phrase.Words, phrase.Candidates.Count).ShouldBe(("fizzy soda", 0));
    }

    private static async Task<GeneratedEmbeddings<Embedding<float>>> Broken(string fault, int count)
    {
        if (fault == "down")
            throw new HttpRequestException("connection refused");
        if (fault == "slow")
            await Task.Delay(Timeout.Infinite);
        var many = fault switch { "too few" => count - 1, "too many" => count + 1, _ => count };
        return new(Enumerable.Range(0, many).Select(at => new Embedding<float>(fault switch
        {
            "no numbers" => new[] { float.NaN, float.NaN, float.NaN },
            "huge numbers" => [float.MaxValue, float.MaxValue, float.PositiveInfinity],
            "other lengths" => new float[1 + at + count],
            _ => [1, 0, 0],
        })));
    }

    private static MessageContext Context(string phrase)
    {
        var items = Meanings.Keys.Take(4).Select(name => new MenuItem { Name = name, PriceMinor = 100 }).ToList();
        var index = MenuIndex.Compile(new("Test", [new("All", "main", items)], []));
        return new(phrase, index, new RestaurantSettings(), DateTimeOffset.UnixEpoch) { Reading = new([], [new(phrase, [])], 0.5, "") };
    }
}
