using Wolverine;

namespace Negotiations.Server;

/// <summary>Carries out messages while somebody waits, with the same quick retries as a queued message.</summary>
// Each attempt has a context of its own: no message of a failed attempt leaves with a later one.
internal static class RetryPolicy
{
    public static async Task<T> InvokeAsync<T>(IMessageBus bus, object message, CancellationToken cancellationToken)
    {
        T result = default!;
        await InvokeAsync(async () => result = await bus.InvokeAsync<T>(message, cancellationToken), cancellationToken);
        return result;
    }

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
