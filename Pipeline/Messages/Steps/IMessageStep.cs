using Restaurant.Domain.Messages;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>A step on a message's way from words to a decision.</summary>
public interface IMessageStep : IStep<MessageContext>
{
    /// <summary>Takes back what an earlier run's step found, so that a replay can begin after it.</summary>
    /// <param name="detail">What that step recorded.</param>
    MessageContext Restore(MessageContext context, string? detail);
}
