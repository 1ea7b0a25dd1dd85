using Microsoft.AspNetCore.Mvc;

namespace Negotiations.Server.Pages;

/// <summary>The page of a request that failed.</summary>
/// <param name="Status">The status.</param>
/// <param name="Title">What went wrong, in a few words.</param>
/// <param name="Detail">What, where, and what to do.</param>
/// <param name="Nearest">Pages that may have been meant.</param>
public sealed record FailureContent(
    int Status,
    string Title,
    string Detail,
    IReadOnlyList<(string Words, string Path)> Nearest
)
{
    /// <param name="problem">What went wrong.</param>
    /// <param name="exception">Why.</param>
    /// <param name="asked">The page that was asked for; null where the address could not be read.</param>
    internal static FailureContent From(ProblemDetails problem, Exception exception, PageAddress? asked = null)
    {
        var status = problem.Status!.Value;
        // What only somebody who can mend the program understands is in the log.
        var detail =
            status == StatusCodes.Status500InternalServerError && exception is not NegotiationException
                ? "This is a fault of the program. Its log says more."
                : problem.Detail ?? "";
        return new(
            status,
            problem.Title ?? "",
            detail,
            exception is UnknownPageException { Nearest: var nearest } ? nearest
                : status == StatusCodes.Status400BadRequest && asked is not null
                    ? [("these talks, as they are known now", new PageAddress(asked.Talks).Path)]
                : []
        );
    }
}
