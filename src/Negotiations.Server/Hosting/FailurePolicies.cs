using JasperFx;
using Wolverine;
using Wolverine.ErrorHandling;

namespace Negotiations.Server;

/// <summary>What becomes of a message that failed.</summary>
internal static class FailurePolicies
{
    private static readonly TimeSpan[] Soon =
    [
        .. new[] { 20, 50, 100, 200, 400, 800 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)),
    ];

    // Of those who append to one negotiation at the same time, one gets through in each round. So many may append at
    // once.
    private static readonly TimeSpan[] Rounds = [.. Soon, .. Enumerable.Repeat(Soon[^1], 12)];

    private static readonly IReadOnlyList<TimeSpan> Later =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(5),
    ];

    // Whoever was overtaken decides anew. While the database fails, a message is tried again soon, then later. One that
    // took too long is tried again later. What is refused, or never gets through, becomes a dead letter.
    public static void AddTo(WolverineOptions options, ServerSettings settings)
    {
        TimeSpan[] later = [.. settings.RetryAfter ?? Later];
        RetryFromQueue(options.OnException(IsOvertaken), Rounds).Then.ScheduleRetry(later).Then.MoveToErrorQueue();
        options.OnException(AppendFailure.IsCancelled).ScheduleRetry(later).Then.MoveToErrorQueue();
        RetryFromQueue(options.OnException(AppendFailure.IsTransient), Soon)
            .Then.ScheduleRetry(later)
            .Then.MoveToErrorQueue();
        options.OnException(IsRefused).MoveToErrorQueue();
    }

    /// <summary>How long to wait before the next attempt of somebody who waits; null: there is none.</summary>
    public static TimeSpan? WaitAfter(Exception exception, int attempts)
    {
        var waits =
            IsOvertaken(exception) ? Rounds
            : !AppendFailure.IsCancelled(exception) && AppendFailure.IsTransient(exception) ? Soon
            : [];
        return attempts <= waits.Length ? waits[attempts - 1] : null;
    }

    // Wolverine's own retry applies to InvokeAsync too, where the messages of a failed attempt leave with the next one.
    // A custom action applies to queues only, where they are cleared first.
    private static IAdditionalActions RetryFromQueue(IFailureActions failure, IReadOnlyList<TimeSpan> waits) =>
        waits.Skip(1).Aggregate(Retry(failure, waits[0]), (actions, wait) => Retry(actions.Then, wait));

    private static IAdditionalActions Retry(IFailureActions failure, TimeSpan wait) =>
        failure.CustomAction(
            async (_, envelope, _) =>
            {
                await Task.Delay(wait);
                await envelope.RetryExecutionNowAsync();
            },
            $"Retry from a queue after {wait}"
        );

    private static bool IsOvertaken(Exception exception) =>
        AppendFailure.IsConcurrency(exception)
        || AppendFailure.IsDuplicate(exception)
        || AppendFailure.IsSerializationFailure(exception)
        || exception is DocumentAlreadyExistsException;

    private static bool IsRefused(Exception exception) =>
        exception
            is CodingException
                or RefusedIntakeException
                or RefusedEventException
                or UnclearEventException
                or UnreadableEventException;
}
