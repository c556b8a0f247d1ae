using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Tests.Orders;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Enquiries;

public sealed class EnquiryStoreTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_typed_is_kept_until_it_is_the_answer(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var enquiries = scene.Get<IEnquiries>();
        var enquiry = Enquiry();
        await scene.AddAsync(enquiry);

        await enquiries.KeepTypedAsync(enquiry.Id, "We open at", Scene.Ann, default);
        var typing = (await enquiries.FindAsync(enquiry.Id, default)).ShouldNotBeNull();
        typing.Typed.ShouldBe("We open at");
        typing.TypedBy.ShouldBe(Scene.Ann);

        var answered = await enquiries.AnswerAsync(enquiry.Id, "We open at noon.", typing.Version, Scene.Ann, default);
        answered.IsDone.ShouldBeTrue(answered.Sentence);
        answered.Value.Typed.ShouldBeEmpty();
        (await enquiries.CountAsync(default)).ShouldBe(new(0, 1, 0));
        (await enquiries.AnswerAsync(enquiry.Id, "No.", typing.Version, "cy", default)).Result.ShouldBe(ChangeResult.Stale);
        (await enquiries.AnswerAsync(enquiry.Id, "  ", answered.Value.Version, Scene.Ann, default)).Result.ShouldBe(ChangeResult.Refused);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_enquiry_is_closed_reopened_and_becomes_an_order(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var enquiries = scene.Get<IEnquiries>();
        var enquiry = Enquiry();
        await scene.AddAsync(enquiry);

        var current = (await enquiries.CloseAsync(enquiry.Id, 0, Scene.Ann, default)).Value!;
        current.ClosedAt.ShouldNotBeNull();
        current = (await enquiries.ReopenAsync(enquiry.Id, current.Version, Scene.Ann, default)).Value!;
        var turned = await enquiries.BecomeOrderAsync(enquiry.Id, [Scene.Rice], current.Version, Scene.Ann, default);

        turned.IsDone.ShouldBeTrue(turned.Sentence);
        turned.Value.Status.ShouldBe(EnquiryStatus.Done);
        (await scene.Get<IOrders>().FindAsync(turned.Value.OrderId!.Value, default))!.MessageNumber.ShouldBe(enquiry.MessageNumber);
        (await scene.Get<IReviews>().VerdictsAsync(0, 5, default)).Rows.ShouldHaveSingleItem().DecidedIntent.ShouldBe(Intent.Order);
        (await enquiries.HistoryAsync(enquiry.Id, default)).Count.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Quarantined_words_are_never_searched(DatabaseKind kind)
    {
        await using var scene = await Scene.OpenAsync(kind);
        var filed = scene.Get<IFiledMessages>();
        var rude = new FiledMessage { MessageNumber = 5, Channel = "web", Sender = "bob", Words = "you are a turnip", Intent = Intent.Offensive };
        await scene.AddAsync(rude);

        (await filed.PageAsync(new(Intent.Offensive, "turnip"), 0, 10, default)).Total.ShouldBe(0);
        (await filed.PageAsync(new(Intent.Offensive, "BOB"), 0, 10, default)).Total.ShouldBe(1);

        var moved = await filed.MoveAsync(rude.Id, Intent.Miscellaneous, 0, Scene.Ann, default);
        (await filed.PageAsync(new(Intent.Miscellaneous, "turnip"), 0, 10, default)).Total.ShouldBe(1);
        (await filed.BecomeEnquiryAsync(rude.Id, moved.Value!.Version, Scene.Ann, default)).IsDone.ShouldBeTrue();
        (await filed.PageAsync(new(Intent.Miscellaneous), 0, 10, default)).Total.ShouldBe(0);
        (await scene.Get<IEnquiries>().CountAsync(default)).Open.ShouldBe(1);
    }

    private static Enquiry Enquiry() => new() { MessageNumber = 3, Channel = "web", Sender = "bob", Words = "when do you open?", CreatedAt = DateTimeOffset.UtcNow };
}
