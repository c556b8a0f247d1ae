using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Messages;
using Restaurant.Testing;

namespace Restaurant.Web.Tests.Faults;

/// <summary>The language model goes away in several ways and comes back; no message waits for it longer than for one question.</summary>
public sealed class ModelFaultTests
{
    private const int Unsure = 30;

    [Theory]
    [InlineData("down")]
    [InlineData("silent")]
    [InlineData("garbage")]
    public async Task A_model_that_is_away_holds_up_no_queue_and_is_used_again_soon_after_its_return(string fault)
    {
        await using var model = await ChatServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = Node.On(database, null, ("Llm:Endpoint", $"{model.Endpoint}"), ("Llm:TimeoutSeconds", "2"));
        await node.PutOnMenuAsync(("Lemonade", 300));
        await node.ReadEachAloneAsync();
        await node.StartAsync();
        model.Answer = Broken(fault);

        for (var message = 0; message < Unsure; message++)
            await node.ReceiveAsync("one lemonade and a unicorn pie", $"guest {message}");
        await SettledAsync(node);

        await using (var books = node.Open())
        {
            (await books.Messages.CountAsync(message => message.Outcome == MessageOutcome.Review)).ShouldBe(Unsure);
            (await books.Messages.MaxAsync(message => message.Attempts)).ShouldBe(0);
        }

        model.Requests.Count.ShouldBeLessThan(Unsure, "those behind the first did not ask");
        (await ModelAsync(node)).State.ShouldBe(DependencyState.Down);

        model.Say("""{"intent":"order","items":[{"item":"Lemonade","quantity":1,"size":null,"modifiers":[]}],"unmatched":["unicorn pie"]}""");
        var watch = Stopwatch.StartNew();
        await Poll.UntilAsync(
            async () =>
            {
                await node.ReceiveAsync("one lemonade and a unicorn pie");
                await SettledAsync(node);
                return (await ModelAsync(node)).State == DependencyState.Up;
            },
            "the model is asked again",
            Amount.Soon);
        Amount.Write($"language model {fault} and back: asked again after {watch.Elapsed.TotalSeconds:0.0} s; {Unsure} unsure messages meanwhile cost it {model.Requests.Count} questions in all");
    }

    private static Func<HttpContext, Task> Broken(string fault) => fault switch
    {
        "down" => RoomServer.CutTheLine,
        "silent" => RoomServer.Hang,
        _ => context => context.Response.WriteAsync("<html>gateway</html>"),
    };

    private static Task SettledAsync(Node node) =>
        Poll.UntilAsync(async () => await node.Get<IMessageQueue>().BacklogAsync(1, default) == 0, "every message is done", TimeSpan.FromSeconds(120));

    private static async Task<Dependency> ModelAsync(Node node) => (await node.Get<IDependencies>().ReadAsync(default)).Single(one => one.Name == "Language model");
}
