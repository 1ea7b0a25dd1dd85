using Wolverine;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Takes in further reports of an article.</summary>
public static class ArticleReportsEndpoint
{
    /// <summary>Takes in the reports; those that are in the store and not in the file stay as they are.</summary>
    /// <param name="request">With a coded file of the version as its body; <c>file</c> names it in errors.</param>
    /// <param name="bus">Carries the message out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    [WolverinePost("/articles/reports")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        var message = new AppendReports(
            await RequestBodies.ReadCodedAsync(request, new Parameters(request, "file"), cancellationToken)
        );
        return JsonResults.Create(await RetryPolicy.InvokeAsync<IntakeResult>(bus, message, cancellationToken));
    }
}
