using Restaurant.Domain.Messages;
using Restaurant.Domain.Runs;

namespace Restaurant.Web.Components.Pages.Live;

/// <summary>A message of the stream with its newest run and what it became.</summary>
public sealed record StreamItem(CustomerMessage Message, Run? Run, MessageResult? Result);
