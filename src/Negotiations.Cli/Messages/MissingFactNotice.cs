namespace Negotiations.Cli.Messages;

/// <summary>Checks that a key prefix matches a fact.</summary>
internal static class MissingFactNotice
{
    /// <summary>Tells that this answer has no fact with a prefix although another one may.</summary>
    /// <param name="store">The store.</param>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    /// <param name="prefix">The beginning; empty for all facts.</param>
    /// <param name="isThere">Whether the answer has such a fact.</param>
    /// <param name="error">Is told.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <exception cref="UnknownFactException">No fact has ever begun so.</exception>
    public static async Task RunAsync(
        IEventStore store,
        string negotiation,
        string prefix,
        bool isThere,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        if (isThere || prefix.Length == 0)
            return;
        await FactKeys.RequireAsync(store, negotiation, prefix, cancellationToken);
        error.WriteLine(
            $"negotiations: no fact begins with '{prefix}' in this answer, though reports have "
                + $"asserted some: 'negotiations history {negotiation} {prefix}' shows when, and "
                + $"'negotiations blame {negotiation} {prefix}' what took them back"
        );
    }
}
