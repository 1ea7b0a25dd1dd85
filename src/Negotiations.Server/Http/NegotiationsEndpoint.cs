using Wolverine;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Takes in the files of negotiations.</summary>
public static class NegotiationsEndpoint
{
    /// <summary>Takes in the file of a negotiation, as <c>replay</c> does.</summary>
    /// <param name="request">With the file as its body; <c>file</c> names it in errors.</param>
    /// <param name="bus">Carries the message out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    [WolverinePost("/negotiations")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        var message = new DefineNegotiation(
            await RequestBodies.ReadCodedAsync(request, new Parameters(request, "file"), cancellationToken)
        );
        return JsonResults.Create(await RetryPolicy.InvokeAsync<IntakeResult>(bus, message, cancellationToken));
    }
}
