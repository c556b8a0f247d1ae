using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Tests.Orders;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Filing;

public sealed class FiledMessageStoreTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_became_an_enquiry_is_filed_again_as_if_nothing_had_been_decided(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var (filed, enquiries) = (scene.Get<IFiledMessages>(), scene.Get<IEnquiries>());
        var rude = await FiledAsync(scene, Intent.Offensive);
        var became = await filed.BecomeEnquiryAsync(rude.Id, rude.Version, Scene.Ann, default);

        var back = await filed.TakeEnquiryBackAsync(rude.Id, became.Value!.Version, Scene.Ann, default);

        back.IsDone.ShouldBeTrue(back.Sentence);
        (await filed.PageAsync(new(Intent.Offensive), 0, 5, default)).Rows.ShouldHaveSingleItem().Id.ShouldBe(rude.Id);
        (await enquiries.CountAsync(default)).Open.ShouldBe(0);
        (await scene.Get<IReviews>().VerdictsAsync(0, 5, default)).Rows.ShouldBeEmpty();
        await using var context = await scene.ContextAsync();
        var message = context.Messages.Single();
        (message.Outcome, message.Intent).ShouldBe((MessageOutcome.Offensive, Intent.Offensive));

        // And it may become one once more.
        (await filed.BecomeEnquiryAsync(rude.Id, back.Value.Version, Scene.Ann, default)).IsDone.ShouldBeTrue();
        (await enquiries.CountAsync(default)).ShouldBe(new(1, 0, 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_enquiry_that_somebody_works_on_is_not_taken_back(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var (filed, enquiries) = (scene.Get<IFiledMessages>(), scene.Get<IEnquiries>());
        var thanks = await FiledAsync(scene, Intent.Miscellaneous);
        var became = (await filed.BecomeEnquiryAsync(thanks.Id, thanks.Version, Scene.Ann, default)).Value!;

        await enquiries.KeepTypedAsync(became.ResultId!.Value, "Thank", "cy", default);
        (await filed.TakeEnquiryBackAsync(thanks.Id, became.Version, Scene.Ann, default)).Sentence.ShouldBe("cy is writing an answer to it.");
        await enquiries.AnswerAsync(became.ResultId.Value, "Thank you!", 0, "cy", default);
        (await filed.TakeEnquiryBackAsync(thanks.Id, became.Version, Scene.Ann, default)).Sentence.ShouldContain("answered or closed");

        (await enquiries.CountAsync(default)).Answered.ShouldBe(1);
        (await scene.Get<IReviews>().VerdictsAsync(0, 5, default)).Rows.ShouldHaveSingleItem().DecidedIntent.ShouldBe(Intent.Enquiry);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_comes_too_late_hears_who_did_what(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var filed = scene.Get<IFiledMessages>();
        var thanks = await FiledAsync(scene, Intent.Miscellaneous);
        await filed.MoveAsync(thanks.Id, Intent.Offensive, thanks.Version, Scene.Ann, default);

        var late = await filed.BecomeEnquiryAsync(thanks.Id, thanks.Version, "cy", default);
        var twice = await filed.BecomeEnquiryAsync(thanks.Id, thanks.Version, Scene.Ann, default);

        late.Result.ShouldBe(ChangeResult.Stale);
        late.Sentence.ShouldStartWith($"{Scene.Ann} moved bob's message to offensive meanwhile.");
        twice.Sentence.ShouldStartWith("You moved bob's message to offensive meanwhile.");
    }

    private static async Task<FiledMessage> FiledAsync(Scene scene, Intent intent)
    {
        var outcome = intent == Intent.Offensive ? MessageOutcome.Offensive : MessageOutcome.Miscellaneous;
        var message = new CustomerMessage { Channel = "web", ExternalId = "1", Sender = "bob", Text = "thanks", Outcome = outcome, Intent = intent };
        await scene.AddAsync(message);
        var filed = new FiledMessage { MessageNumber = message.Number, Channel = "web", Sender = "bob", Words = "thanks", Intent = intent };
        await scene.AddAsync(filed);
        return filed;
    }
}
