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
    private const int Slow = 6;
    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("down")]
    [InlineData("silent")]
    [InlineData("garbage")]
    [InlineData("too slow")]
    public async Task A_model_that_is_away_holds_up_no_queue_and_is_used_again_soon_after_its_return(string fault)
    {
        await using var model = await ChatServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = Node.On(database, null, ("Llm:Endpoint", $"{model.Endpoint}"), ("Llm:TimeoutSeconds", "1"));
        await node.PutOnMenuAsync(("Lemonade", 300));
        await node.ReadEachAloneAsync();
        await node.StartAsync();
        model.Answer = fault == "too slow" ? Late(model) : Broken(fault);

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

    [Fact]
    public async Task A_model_that_answers_slowly_is_listened_to_and_no_message_is_lost_or_tried_again()
    {
        await using var model = await ChatServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var node = Node.On(database, null, ("Llm:Endpoint", $"{model.Endpoint}"), ("Llm:TimeoutSeconds", "30"));
        await node.PutOnMenuAsync(("Lemonade", 300));
        await node.ReadEachAloneAsync();
        await node.StartAsync();
        await node.ReceiveAsync("one lemonade please", "warm");
        await SettledAsync(node);
        model.Answer = Late(model);

        var unsure = new List<long>();
        for (var message = 0; message < Slow; message++)
            unsure.Add(await node.ReceiveAsync("one lemonade and a unicorn pie", $"guest {message}"));
        await Poll.UntilAsync(() => model.Requests.Count > 0, "it is asked");
        var watch = Stopwatch.StartNew();
        var sure = await node.ReceiveAsync("one lemonade please", "ben");
        await Poll.UntilAsync(async () => await StatusAsync(node, sure) == MessageStatus.Registered, "what needs no question is registered", TimeSpan.FromSeconds(120));
        Amount.Write($"language model that answers after {SlowAnswer.TotalSeconds:0} s, asked {Slow} times: a message that does not need it, sent meanwhile, is registered after {watch.Elapsed.TotalSeconds:0.0} s");
        await SettledAsync(node);

        model.Requests.Count.ShouldBe(Slow, "each of them asked");
        (await ModelAsync(node)).State.ShouldBe(DependencyState.Up);
        await using var books = node.Open();
        (await books.Messages.MaxAsync(message => message.Attempts)).ShouldBe(0);
        (await books.Runs.Where(run => unsure.Contains(run.MessageNumber)).ToListAsync())
            .Select(run => run.Steps.Single(step => step.Name == "SecondOpinion").Summary).ShouldAllBe(said => said.StartsWith("A second opinion agrees with our reading."));
    }

    private static Func<HttpContext, Task> Broken(string fault) => fault switch
    {
        "down" => RoomServer.CutTheLine,
        "silent" => RoomServer.Hang,
        _ => context => context.Response.WriteAsync("<html>gateway</html>"),
    };

    private static Func<HttpContext, Task> Late(ChatServer model)
    {
        model.Say("""{"intent":"order","items":[{"item":"Lemonade","quantity":1,"size":null,"modifiers":[]}],"unmatched":["unicorn pie"]}""");
        var answer = model.Answer;
        return async context =>
        {
            await Task.Delay(SlowAnswer, context.RequestAborted);
            await answer(context);
        };
    }

    private static Task SettledAsync(Node node) =>
        Poll.UntilAsync(async () => await node.Get<IMessageQueue>().BacklogAsync(1, default) == 0, "every message is done", TimeSpan.FromSeconds(120));

    private static async Task<Dependency> ModelAsync(Node node) => (await node.Get<IDependencies>().ReadAsync(default)).Single(one => one.Name == "Language model");

    private static async Task<MessageStatus> StatusAsync(Node node, long number)
    {
        await using var books = node.Open();
        return await books.Messages.Where(message => message.Number == number).Select(message => message.Status).SingleAsync();
    }
}
