using System.Globalization;
using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Filing;
using Restaurant.Domain.Live;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Runs;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Infrastructure.Messages;

/// <summary>What a batch of registrations writes, row by row and ready to store. Nothing here touches the database.</summary>
internal sealed class RegistrationRows
{
    private readonly List<Registration> ordered = [];
    private readonly RestaurantSettings settings;
    private readonly DateTimeOffset now;
    private int? firstNumber;

    public RegistrationRows(RestaurantSettings settings, DateTimeOffset now, IReadOnlyList<Registration> registrations)
    {
        (this.settings, this.now, Registrations, Day) = (settings, now, registrations, settings.DayOf(now));
        foreach (var registration in registrations)
            Add(registration);
    }

    public IReadOnlyList<Registration> Registrations { get; }
    public List<Order> Orders { get; } = [];
    public List<Enquiry> Enquiries { get; } = [];
    public List<FiledMessage> Filed { get; } = [];
    public List<ReviewItem> Reviews { get; } = [];
    public List<Run> Runs { get; } = [];
    public List<OutboxMessage> Outbox { get; } = [];
    public List<LiveEvent> Events { get; } = [];
    public Topic Topics { get; private set; } = Topic.Messages;
    public DateOnly Day { get; }

    public int OrderCount => ordered.Count;

    public bool IsNumbered => firstNumber is not null;

    /// <summary>The rows of these messages alone. Where numbers have been given, those of the others stay unused.</summary>
    public RegistrationRows Only(HashSet<long> messages)
    {
        var fewer = new RegistrationRows(settings, now, [.. Registrations.Where(one => messages.Contains(one.Turn.First.Number))]);
        if (firstNumber is { } first)
            fewer.Number(first);
        return fewer;
    }

    private void Add(Registration registration)
    {
        var decision = registration.Understood.Decision;
        switch (registration.Outcome)
        {
            case MessageOutcome.Order:
                ordered.Add(registration); // waits for its number
                break;
            case MessageOutcome.Enquiry:
                var enquiry = EnquiryOf(registration, decision);
                Enquiries.Add(enquiry);
                Note(registration, Topic.Enquiries, $"{enquiry.Id}", $"Enquiry from {enquiry.Sender}{Why(registration)}", Notices.ForEnquiry(enquiry, now));
                break;
            case MessageOutcome.Review:
                var review = ReviewOf(registration, decision);
                Reviews.Add(review);
                Note(registration, Topic.Reviews, $"{review.Id}", $"Message from {review.Sender} waits for a person{Why(registration)}", null);
                break;
            case MessageOutcome.Miscellaneous or MessageOutcome.Offensive:
                var filed = FiledOf(registration, decision);
                Filed.Add(filed);
                var how = filed.Intent == Intent.Offensive ? "quarantined" : "filed";
                Note(registration, Topic.Filing, $"{filed.Id}", $"Message from {filed.Sender} {how}{Why(registration)}", Notices.ForFiled(filed, now));
                break;
            default:
                Trace(registration, "Kept quietly: the sender is muted");
                break;
        }
    }

    /// <summary>Makes the orders, in the order of their messages.</summary>
    public void Number(int first)
    {
        firstNumber = first;
        foreach (var registration in ordered)
        {
            var order = OrderOf(registration, first++);
            Orders.Add(order);
            var sentence = string.Create(CultureInfo.InvariantCulture, $"Order {order.Number} from {order.Sender}: {Lines(order)}, {settings.Format(order.TotalMinor)}");
            Note(registration, Topic.Orders, $"{order.Id}", sentence, Notices.ForOrder(order, settings, now));
        }
    }

    // A reason may quote the message, and these sentences stand on every screen: insults are not repeated there. The trace has the whole reason.
    private static string Why(Registration registration)
    {
        var context = registration.Understood.Context;
        var rude = registration.Outcome == MessageOutcome.Offensive || context.Guess!.Intent == Intent.Offensive
            || context.Screened!.Flags.Any(flag => flag is ScreenFlags.Insult or ScreenFlags.Swearing);
        return rude ? "" : $": {context.Decision!.Reason}";
    }

    private void Note(Registration registration, Topic topic, string id, string sentence, OutboxMessage? notice)
    {
        Topics |= topic;
        Events.Add(new(0, topic, id, sentence, now));
        if (notice is not null)
        {
            Topics |= Topic.Outbox;
            Outbox.Add(notice);
        }

        Trace(registration, sentence);
    }

    // Ends with the act of registering itself, up to the moment in which its row is written.
    private void Trace(Registration registration, string sentence)
    {
        var run = registration.Run;
        var took = Math.Max(run.Microseconds, (now - run.StartedAt).Ticks / TimeSpan.TicksPerMicrosecond);
        var step = new RunStep("Register", StepOutcome.Continued, sentence, run.Microseconds, took - run.Microseconds);
        Runs.Add(run with { Steps = [.. run.Steps, step] });
    }

    private Order OrderOf(Registration registration, int number)
    {
        var first = registration.Turn.First;
        var order = new Order
        {
            MessageNumber = first.Number,
            Day = Day,
            Number = number,
            Channel = first.Channel,
            Sender = first.Sender,
            Words = registration.Understood.Context.Text,
            DecidedBy = registration.Understood.Context.DecidedBy,
            CreatedAt = now,
        };
        order.Revise(registration.Understood.Context.Priced.Lines, now);
        return order;
    }

    private Enquiry EnquiryOf(Registration registration, Decision decision)
    {
        var (first, context) = (registration.Turn.First, registration.Understood.Context);
        return new()
        {
            MessageNumber = first.Number,
            Channel = first.Channel,
            Sender = first.Sender,
            Words = context.Text,
            Reason = decision.Reason,
            CreatedAt = now,
            Draft = context.Guess!.Intent == Intent.Order ? NotOnMenuDraft.Write(context.Reading.Unmatched, context.Screened!.Language) : "",
        };
    }

    private ReviewItem ReviewOf(Registration registration, Decision decision)
    {
        var (first, context) = (registration.Turn.First, registration.Understood.Context);
        return new()
        {
            MessageNumber = first.Number,
            Channel = first.Channel,
            Sender = first.Sender,
            Words = context.Text,
            Reason = decision.Reason,
            CreatedAt = now,
            Intent = context.Guess!.Intent,
            Confidence = decision.Confidence,
            Lines = context.Priced.Lines,
            Unmatched = context.Reading.Unmatched,
        };
    }

    private FiledMessage FiledOf(Registration registration, Decision decision)
    {
        var first = registration.Turn.First;
        return new()
        {
            MessageNumber = first.Number,
            Channel = first.Channel,
            Sender = first.Sender,
            Words = registration.Understood.Context.Text,
            Reason = decision.Reason,
            CreatedAt = now,
            Intent = registration.Outcome == MessageOutcome.Offensive ? Intent.Offensive : Intent.Miscellaneous,
        };
    }

    private static string Lines(Order order) =>
        string.Join(", ", order.Lines.Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} × {line.Item}")));
}
