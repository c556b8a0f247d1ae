using Restaurant.Domain.Runs;

namespace Restaurant.Web.Components.Shared.Runs;

public static class StepLook
{
    public static string Css(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Failed => "step-failed",
        StepOutcome.HandedOver => "step-handed",
        _ => "step-done",
    };

    public static string Icon(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Failed => "error",
        StepOutcome.HandedOver => "review",
        _ => "check",
    };

    public static string Words(StepOutcome outcome) => outcome switch
    {
        StepOutcome.Failed => "failed",
        StepOutcome.HandedOver => "handed to a person",
        _ => "done",
    };
}
