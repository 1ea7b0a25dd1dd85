using JasperFx;
using Wolverine;
using Wolverine.ErrorHandling;

namespace Negotiations.Server;

/// <summary>What becomes of a message that could not be carried out.</summary>
internal static class FailurePolicies
{
    private static readonly TimeSpan[] Soon =
    [
        .. new[] { 20, 50, 100, 200, 400, 800 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)),
    ];

    // Of those who append to a negotiation at the same time one gets through in each round: so many rounds do for as
    // many of them.
    private static readonly TimeSpan[] Rounds = [.. Soon, .. Enumerable.Repeat(Soon[^1], 12)];

    private static readonly IReadOnlyList<TimeSpan> Later =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(5),
    ];

    /// <summary>
    /// Decided anew where somebody was faster; tried again soon, and later, while the database fails; later, where it
    /// took too
    /// long; a dead letter where it is refused, or where that has not helped.
    /// </summary>
    public static void AddTo(WolverineOptions options, HostSettings settings)
    {
        TimeSpan[] later = [.. settings.RetryAfter ?? Later];
        RetryFromQueue(options.OnException(IsOvertaken), Rounds).Then.ScheduleRetry(later).Then.MoveToErrorQueue();
        options.OnException(AppendFailure.IsCancelled).ScheduleRetry(later).Then.MoveToErrorQueue();
        RetryFromQueue(options.OnException(AppendFailure.IsTransient), Soon)
            .Then.ScheduleRetry(later)
            .Then.MoveToErrorQueue();
        options.OnException(IsRefused).MoveToErrorQueue();
    }

    /// <summary>How long to wait before what somebody waits for is tried again; null: it is not.</summary>
    /// <param name="exception">How it failed.</param>
    /// <param name="attempts">How often it was tried.</param>
    public static TimeSpan? WaitAfter(Exception exception, int attempts)
    {
        var waits =
            IsOvertaken(exception) ? Rounds
            : !AppendFailure.IsCancelled(exception) && AppendFailure.IsTransient(exception) ? Soon
            : [];
        return attempts <= waits.Length ? waits[attempts - 1] : null;
    }

    // Wolverine's own retry applies to InvokeAsync as well, where the messages of the attempt that failed leave with
    // the next
    // one. An action of one's own is for queues only, where they are cleared before.
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
