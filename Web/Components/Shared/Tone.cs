namespace Restaurant.Web.Components.Shared;

/// <summary>What a colour means, the same everywhere. The names stand in the style sheet as .tone-order and so on.</summary>
public enum Tone
{
    Neutral,
    Order,
    Enquiry,
    Review,
    Failed,
    Quarantined,
    Done,
    Accent,
}

internal static class Tones
{
    extension(Tone tone)
    {
        public string Css => tone switch
        {
            Tone.Order => "tone-order",
            Tone.Enquiry => "tone-enquiry",
            Tone.Review => "tone-review",
            Tone.Failed => "tone-failed",
            Tone.Quarantined => "tone-quarantined",
            Tone.Done => "tone-done",
            Tone.Accent => "tone-accent",
            _ => "tone-neutral",
        };

        /// <summary>The shape that says the same as the colour.</summary>
        public string Icon => tone switch
        {
            Tone.Order => "orders",
            Tone.Enquiry => "enquiry",
            Tone.Review => "review",
            Tone.Failed => "error",
            Tone.Quarantined => "quarantined",
            Tone.Done => "done",
            Tone.Accent => "spark",
            _ => "dot",
        };
    }
}
