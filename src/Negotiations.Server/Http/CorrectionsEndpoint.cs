using Wolverine;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Takes in corrections.</summary>
public static class CorrectionsEndpoint
{
    /// <summary>Takes in a correction, as <c>correct</c> does.</summary>
    /// <param name="request">With a <see cref="CorrectEvent"/> as JSON.</param>
    /// <param name="bus">Carries the message out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    [WolverinePost("/corrections")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        _ = new Parameters(request);
        var message = await RequestBodies.ReadJsonAsync<CorrectEvent>(request, cancellationToken);
        if (message.Correction.Changes.Any(change => change is null))
            throw new WrongParameterException("$.correction.changes", "a change is null");
        return JsonResults.Create(await RetryPolicy.InvokeAsync<IntakeResult>(bus, message, cancellationToken));
    }
}
