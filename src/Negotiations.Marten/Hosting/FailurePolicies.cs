using JasperFx;
using Wolverine;
using Wolverine.ErrorHandling;

namespace Negotiations.Marten;

/// <summary>What becomes of a message that could not be carried out.</summary>
internal static class FailurePolicies
{
    private static readonly TimeSpan[] Soon = [.. new[] { 20, 50, 100, 200, 400, 800 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];

    // Of those who append to a negotiation at the same time one gets through in each round: so many rounds do for as many of them.
    private static readonly TimeSpan[] Rounds = [.. Soon, .. Enumerable.Repeat(Soon[^1], 12)];

    private static readonly IReadOnlyList<TimeSpan> Later = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(5)];

    /// <summary>
    /// Decided anew where somebody was faster; tried again soon, and later, while the database fails; a dead letter where it
    /// is refused, or where that has not helped.
    /// </summary>
    public static void AddTo(WolverineOptions options, HostSettings settings)
    {
        TimeSpan[] later = [.. settings.RetryAfter ?? Later];
        options.OnException(IsOvertaken).RetryWithCooldown(Rounds).Then.ScheduleRetry(later).Then.MoveToErrorQueue();
        options.OnException(AppendFailure.IsTransient).RetryWithCooldown(Soon).Then.ScheduleRetry(later).Then.MoveToErrorQueue();
        options.OnException(IsRefused).MoveToErrorQueue();
    }

    private static bool IsOvertaken(Exception exception) =>
        AppendFailure.IsConcurrency(exception) || AppendFailure.IsDuplicate(exception) || exception is DocumentAlreadyExistsException;

    private static bool IsRefused(Exception exception) =>
        exception is CodingException or RefusedIntakeException or RefusedEventException or UnclearEventException or UnreadableEventException;
}
