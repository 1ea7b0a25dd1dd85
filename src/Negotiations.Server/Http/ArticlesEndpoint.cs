using Wolverine;
using Wolverine.Http;

namespace Negotiations.Server;

/// <summary>Takes in coded articles.</summary>
public static class ArticlesEndpoint
{
    /// <summary>Takes in a version of an article with all its reports, as <c>replay</c> does.</summary>
    /// <param name="request">With the coded file as its body; <c>file</c> names it in errors, and <c>reason</c> (with
    /// <c>who</c>) takes edits in as corrections.</param>
    /// <param name="bus">Carries the message out.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    [WolverinePost("/articles")]
    public static async Task<IResult> Post(HttpRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        var asked = new Parameters(request, "file", "reason", "who");
        var edits = asked["reason"] is { } reason ? new EditsAsCorrections(reason, asked["who"]) : null;
        var message = new RecordArticle(await RequestBodies.ReadCodedAsync(request, asked, cancellationToken), edits);
        return JsonResults.Create(await RetryPolicy.InvokeAsync<IntakeResult>(bus, message, cancellationToken));
    }
}
