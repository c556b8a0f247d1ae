using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Restaurant.Infrastructure.Models;
using Restaurant.Infrastructure.Shared;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Models;

public sealed class WatchedChatTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_model_that_is_away_is_asked_once_in_three_seconds_and_used_by_all_when_it_is_back(bool garbage)
    {
        var clock = new FakeClock();
        await using var server = await ChatServer.StartAsync();
        using var chat = new WatchedChat(new OpenAiChat(new() { Endpoint = server.Endpoint, Model = "tiny" }), new DependencyWatch(clock), clock);
        server.Answer = garbage ? context => context.Response.WriteAsync("<html>gateway</html>") : context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        };

        for (var question = 0; question < 20; question++)
            await Should.ThrowAsync<Exception>(() => chat.GetResponseAsync("hello"));
        server.Requests.Count.ShouldBe(1);
        clock.Advance(Rest.Length);
        for (var question = 0; question < 20; question++)
            await Should.ThrowAsync<Exception>(() => chat.GetResponseAsync("hello"));
        server.Requests.Count.ShouldBe(2);

        server.Say("good day");
        clock.Advance(Rest.Length);
        for (var question = 0; question < 5; question++)
            (await chat.GetResponseAsync("hello")).Text.ShouldBe("good day");
        server.Requests.Count.ShouldBe(7);
    }

    [Fact]
    public async Task An_embedding_model_whose_file_is_put_right_needs_no_restart()
    {
        var clock = new FakeClock();
        var folder = Directory.CreateTempSubdirectory("restaurant-model-");
        using var embeddings = new LazyEmbeddings(new() { Model = Path.Combine(folder.FullName, "model.onnx") }, clock);

        (await Should.ThrowAsync<InvalidOperationException>(() => embeddings.GenerateAsync(["soda"]))).Message.ShouldContain("does not exist");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "model.onnx"), "garbage");
        (await Should.ThrowAsync<InvalidOperationException>(() => embeddings.GenerateAsync(["soda"]))).Message.ShouldContain("the model of", Case.Insensitive);

        clock.Advance(Rest.Length);
        (await Should.ThrowAsync<InvalidOperationException>(() => embeddings.GenerateAsync(["soda"]))).Message.ShouldContain("tokenizer", Case.Insensitive, "it was looked at again, and got further");
        folder.Delete(recursive: true);
    }
}
