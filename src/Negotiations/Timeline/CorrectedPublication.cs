namespace Negotiations;

/// <summary>
/// The time of publication that a correction can move: that of a version of an article, or of a publisher's notice.
/// </summary>
public static class CorrectedPublication
{
    /// <summary>The time as its corrections leave it; null where the event has none.</summary>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="target">Identifier of the event.</param>
    public static Publication? Find(NegotiationLog log, Guid target) =>
        log.Find(target)?.Event switch
        {
            ArticleVersionPublished { Erased: false } version => log.Timeline.Corrections.ResolvePublication(
                target,
                version.Published
            ),
            Correction { Erased: false, Notice: { } notice } => log.Timeline.Corrections.ResolvePublication(
                target,
                notice.Published
            ),
            _ => null,
        };
}
