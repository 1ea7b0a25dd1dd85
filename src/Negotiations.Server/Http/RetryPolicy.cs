using Wolverine;

namespace Negotiations.Server;

/// <summary>
/// Carries out what somebody waits for, and tries it again as a message from a queue is tried again soon.
/// </summary>
internal static class RetryPolicy
{
    /// <summary>Carries a message out.</summary>
    /// <remarks>Each attempt has a context of its own: nothing that an attempt would have sent outlives it.</remarks>
    /// <typeparam name="T">What the message comes to.</typeparam>
    /// <param name="bus">Carries it out.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels it, between the attempts too.</param>
    public static async Task<T> InvokeAsync<T>(IMessageBus bus, object message, CancellationToken cancellationToken)
    {
        T result = default!;
        await InvokeAsync(async () => result = await bus.InvokeAsync<T>(message, cancellationToken), cancellationToken);
        return result;
    }

    /// <summary>Carries a message out that comes to nothing more.</summary>
    /// <param name="bus">Carries it out.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Cancels it, between the attempts too.</param>
    public static Task InvokeAsync(IMessageBus bus, object message, CancellationToken cancellationToken) =>
        InvokeAsync(() => bus.InvokeAsync(message, cancellationToken), cancellationToken);

    private static async Task InvokeAsync(Func<Task> attempt, CancellationToken cancellationToken)
    {
        for (var attempts = 1; ; attempts++)
        {
            TimeSpan wait;
            try
            {
                await attempt();
                return;
            }
            catch (Exception exception) when (FailurePolicies.WaitAfter(exception, attempts) is { } again)
            {
                wait = again;
            }

            await Task.Delay(wait, cancellationToken);
        }
    }
}
