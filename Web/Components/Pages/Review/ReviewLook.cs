using Restaurant.Domain.Reviews;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Pages.Review;

/// <summary>How a decision is named and coloured.</summary>
internal static class ReviewLook
{
    extension(ReviewStatus status)
    {
        public string Word => status switch
        {
            ReviewStatus.BecameOrder => "Order",
            ReviewStatus.BecameEnquiry => "Enquiry",
            ReviewStatus.Filed => "Filed",
            _ => "Open",
        };

        public Tone Tone => status switch
        {
            ReviewStatus.BecameOrder => Tone.Order,
            ReviewStatus.BecameEnquiry => Tone.Enquiry,
            ReviewStatus.Filed => Tone.Quarantined,
            _ => Tone.Review,
        };
    }
}
