namespace Restaurant.Domain.Shared;

/// <summary>A thing guards its own transitions: this one it does not allow. The message is for people and says what to do instead.</summary>
public sealed class NotAllowedException(string message) : InvalidOperationException(message);
