using Restaurant.Domain.Notifications;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Pages.Outbox;

/// <summary>Words, colours and shapes of rooms, notices and what became of them.</summary>
internal static class RoomLook
{
    extension(Room room)
    {
        public string Word => room switch
        {
            Room.Orders => "Orders",
            Room.Enquiries => "Enquiries",
            Room.Jobs => "Jobs",
            _ => "Miscellaneous",
        };

        public Tone Tone => room switch
        {
            Room.Orders => Tone.Order,
            Room.Enquiries => Tone.Enquiry,
            _ => Tone.Neutral,
        };

        public string Icon => room switch
        {
            Room.Orders => "orders",
            Room.Enquiries => "enquiry",
            _ => "miscellaneous",
        };
    }

    extension(OutboxStatus status)
    {
        public string Word => status switch
        {
            OutboxStatus.Waiting => "Waiting",
            OutboxStatus.NotConfigured => "Set aside",
            OutboxStatus.Sent => "Sent",
            _ => "Given up",
        };

        public Tone Tone => status switch
        {
            OutboxStatus.Waiting => Tone.Review,
            OutboxStatus.NotConfigured => Tone.Neutral,
            OutboxStatus.Sent => Tone.Done,
            _ => Tone.Failed,
        };

        public string Icon => status switch
        {
            OutboxStatus.Waiting => "waiting",
            OutboxStatus.NotConfigured => "room",
            OutboxStatus.Sent => "done",
            _ => "error",
        };
    }

    extension(NoticeKind kind)
    {
        public Tone Tone => kind switch
        {
            NoticeKind.Order => Tone.Order,
            NoticeKind.OrderChanged => Tone.Review,
            NoticeKind.OrderCancelled => Tone.Failed,
            NoticeKind.Enquiry => Tone.Enquiry,
            NoticeKind.Test => Tone.Accent,
            _ => Tone.Neutral,
        };
    }
}
