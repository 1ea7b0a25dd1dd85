using Microsoft.AspNetCore.Diagnostics;

namespace Negotiations.Server;

/// <summary>Errors as problem details (RFC 9457).</summary>
internal sealed class ProblemResponses(IProblemDetailsService details) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var problem = Problems.Describe(exception);
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await details.TryWriteAsync(
            new ProblemDetailsContext
            {
                HttpContext = httpContext,
                ProblemDetails = problem,
                Exception = exception,
            }
        );
    }
}
