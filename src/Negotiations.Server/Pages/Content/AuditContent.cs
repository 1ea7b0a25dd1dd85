namespace Negotiations.Server.Pages;

/// <summary>The page of an audit.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Record">The checks of the record.</param>
/// <param name="Audit">Where the sourcing is weak; null where an event cannot be read.</param>
/// <param name="Problem">Why not.</param>
public sealed record AuditContent(PageContext Context, IReadOnlyList<RecordCheck> Record, Audit? Audit, string? Problem)
{
    internal static async Task<AuditContent> ReadAsync(PageContext context, CancellationToken cancellationToken)
    {
        var record = await new RecordChecks(context.Store).RunAsync(progress: null, cancellationToken);
        try
        {
            var log = await context.Store.ReadLogAsync(
                context.Definition.Negotiation,
                context.Fixed.RecordedBy,
                cancellationToken
            );
            return new(context, record, Negotiations.Audit.Run(log, context.Asked, ArticleTextIndex.None), null);
        }
        catch (UnreadableEventException exception)
        {
            return new(context, record, null, exception.Message);
        }
    }
}
