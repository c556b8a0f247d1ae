namespace Restaurant.Domain.Shared;

/// <summary>The program cannot start with what it was given; the message says what, and what to do next, to whoever starts it.</summary>
public sealed class UnusableSettingException(string message) : InvalidOperationException(message);
