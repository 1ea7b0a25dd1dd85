using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Negotiations.Server;

/// <summary>Errors as problem details (RFC 9457), with the fields and lines that are wrong.</summary>
internal sealed class ProblemResponses(IProblemDetailsService details) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var problem = Problems.Describe(exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = "Bearer";
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = Problems.RetryAfter;
        var context = new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = problem,
            Exception = exception,
        };
        // Nothing is written for whoever accepts pages alone, as browsers do.
        if (!await details.TryWriteAsync(context))
            await httpContext.Response.WriteAsJsonAsync(
                problem,
                options: null,
                "application/problem+json",
                cancellationToken
            );
        return true;
    }
}

internal static class Problems
{
    /// <summary>How many seconds to wait while the database is away.</summary>
    public const string RetryAfter = "5";

    /// <summary>The type of the problem that a position was lost, by which a program knows to begin anew.</summary>
    public const string LostPosition = "urn:negotiations:lost-position";

    /// <summary>Says what to do where nothing else did, such as at an address that there is not.</summary>
    public static void AddDetail(ProblemDetailsOptions options) =>
        options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Detail ??=
                $"{context.HttpContext.Request.Method} {context.HttpContext.Request.Path} cannot be answered; "
                + "/openapi/v1.json lists what can";

    // The one place where a kind of failure becomes a status.
    public static ProblemDetails Describe(Exception thrown)
    {
        var exception = ServerFailure.Translate(thrown);
        return exception switch
        {
            CodingException { Errors: var errors } => With(
                Create(
                    StatusCodes.Status422UnprocessableEntity,
                    "The coded file is wrong; nothing was taken in",
                    string.Join('\n', errors)
                ),
                "errors",
                errors.Select(error => new
                {
                    file = error.File,
                    line = error.Line,
                    field = error.Field,
                    message = error.Message,
                })
            ),
            RefusedIntakeException { Differences: var differences } => With(
                Create(
                    StatusCodes.Status409Conflict,
                    "The coded file says otherwise than the store; nothing was taken in",
                    string.Join("; ", differences)
                ),
                "differences",
                differences.Select(difference => new
                {
                    where = difference.Where,
                    field = difference.Field,
                    stored = difference.Stored,
                    coded = difference.Coded,
                })
            ),
            RefusedEventException { Refusal: var refusal } => With(
                Create(
                    refusal.Winner is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict,
                    "The correction is refused; nothing was appended",
                    refusal.Message
                ),
                "errors",
                new[]
                {
                    new
                    {
                        field = refusal.Field,
                        message = refusal.Message,
                        winner = refusal.Winner is { } winner ? EventReference.Format(winner.Correction) : null,
                    },
                }
            ),
            WrongParameterException { Name: var name } => ForParameter(name, exception),
            UnreadableBoundException { Bound: var bound } => ForParameter(bound, exception),
            UnknownFilterException { Field: var field } => ForParameter(field, exception),
            LostPositionException => new ProblemDetails
            {
                Status = StatusCodes.Status410Gone,
                Type = LostPosition,
                Title = "The record does not have this position any more",
                Detail = exception.Message,
            },
            UnsettledException => ForParameter("recorded-by", exception),
            WrongInputException => Create(StatusCodes.Status400BadRequest, "The request is wrong", exception),
            NotFoundException => Create(StatusCodes.Status404NotFound, "There is no such thing", exception),
            AccessException { Status: var status } => Create(
                status,
                status == StatusCodes.Status401Unauthorized ? "Who asks is not known" : "Who asks may not do this",
                exception
            ),
            TooManyListenersException => Create(
                StatusCodes.Status503ServiceUnavailable,
                "Too many listen at the same time",
                exception
            ),
            RefusedException => Create(
                StatusCodes.Status422UnprocessableEntity,
                "It is refused; nothing was changed",
                exception
            ),
            BadHttpRequestException bad => Create(bad.StatusCode, "The request cannot be read", exception),
            UnreadableException => Create(
                StatusCodes.Status500InternalServerError,
                "The store has an event that cannot be read",
                exception
            ),
            DuplicateEventException => Create(
                StatusCodes.Status409Conflict,
                "It is in the store already; nothing was appended",
                exception
            ),
            ConflictException => Create(
                StatusCodes.Status503ServiceUnavailable,
                "Others kept appending, or the database failed; send it again",
                exception
            ),
            _ when AppendFailure.IsConcurrency(exception) => Create(
                StatusCodes.Status503ServiceUnavailable,
                "Others kept appending, or the database failed; send it again",
                exception
            ),
            StoreUnavailableException { InnerException: PostgresException }
                when !AppendFailure.IsTransient(exception) && !AppendFailure.IsCancelled(exception) => Create(
                StatusCodes.Status500InternalServerError,
                "The database refused what the program asked of it",
                exception
            ),
            FactsNotReadyException => Create(
                StatusCodes.Status503ServiceUnavailable,
                "The facts are being made ready; ask again",
                exception
            ),
            StoreUnavailableException => Create(
                StatusCodes.Status503ServiceUnavailable,
                "The database failed; ask again",
                exception
            ),
            _ => Create(StatusCodes.Status500InternalServerError, "A fault of this program", exception),
        };
    }

    private static ProblemDetails ForParameter(string name, Exception exception) =>
        With(
            Create(StatusCodes.Status400BadRequest, "A parameter is wrong", exception),
            "errors",
            new[] { new { field = name, message = exception.Message } }
        );

    private static ProblemDetails Create(int status, string title, Exception exception) =>
        Create(status, title, exception.Message);

    private static ProblemDetails Create(int status, string title, string detail) =>
        new()
        {
            Status = status,
            Title = title,
            Detail = detail,
        };

    private static ProblemDetails With(ProblemDetails problem, string name, object value)
    {
        problem.Extensions[name] = value;
        return problem;
    }
}
