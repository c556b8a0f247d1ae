using Radzen;

namespace Restaurant.Web.Components.Shared;

/// <summary>Short notes at the edge of the screen. What must not be missed belongs on the page, not here.</summary>
public sealed class Notify(NotificationService notes)
{
    public void Success(string text, string? detail = null) => Show(NotificationSeverity.Success, text, detail, seconds: 4);

    public void Info(string text, string? detail = null) => Show(NotificationSeverity.Info, text, detail, seconds: 5);

    public void Warning(string text, string? detail = null) => Show(NotificationSeverity.Warning, text, detail, seconds: 8);

    /// <summary>Say in the detail what to do next.</summary>
    public void Error(string text, string? detail = null) => Show(NotificationSeverity.Error, text, detail, seconds: 15);

    private void Show(NotificationSeverity severity, string text, string? detail, int seconds) => notes.Notify(new NotificationMessage
    {
        Severity = severity,
        Summary = text,
        Detail = detail ?? "",
        Duration = seconds * 1000,
        ShowProgress = false,
    });
}
