namespace Negotiations.Tests.Laws;

/// <summary>Where events stand in a store, and which events they name.</summary>
internal static class Recording
{
    public static string StreamOf(DomainEvent @event) => @event switch
    {
        Report report => StreamName.OfArticle(History.Negotiation, report.Article),
        ArticleVersionPublished version => StreamName.OfArticle(History.Negotiation, version.Article),
        Correction correction => StreamName.OfArticle(History.Negotiation, correction.Article),
        _ => StreamName.OfNegotiation(History.Negotiation),
    };

    public static Guid IdOf(DomainEvent @event, long version = 0) => @event switch
    {
        Report report => EventId.OfReport(StreamOf(@event), report.Version, report.Id),
        ArticleVersionPublished published => EventId.OfVersion(StreamOf(@event), published.Version),
        Correction correction => EventId.OfCorrection(StreamOf(@event), correction.Id),
        _ => EventId.OfDefinition(StreamOf(@event), version),
    };

    /// <summary>The events that must be there before one: the version of a report, and what a correction names.</summary>
    public static IEnumerable<Guid> NamedBy(DomainEvent @event, IEnumerable<DomainEvent> intake) => @event switch
    {
        Report report => [EventId.OfVersion(StreamOf(@event), report.Version)],
        ArticlesLinked link => intake.OfType<ArticleVersionPublished>()
            .Where(version => version.Article == link.Other).Select(version => IdOf(version)).Take(1).Append(link.Target),
        Correction { On: { } on } correction => [correction.Target, on],
        Correction correction => [correction.Target],
        _ => [],
    };

    /// <summary>Events without some of them, and without what names only these.</summary>
    public static List<DomainEvent> Without(IReadOnlyList<DomainEvent> intake, IEnumerable<DomainEvent> removed)
    {
        var gone = removed.ToHashSet(ReferenceEqualityComparer.Instance);
        List<DomainEvent> remaining = [.. intake.Where(@event => !gone.Contains(@event))];
        while (true)
        {
            var ids = remaining.Where(@event => @event is not NegotiationDefined).Select(@event => IdOf(@event)).ToHashSet();
            var standing = remaining.Where(@event => NamedBy(@event, intake).All(named => ids.Contains(named) || @event is ArticlesLinked link && named != link.Target)).ToList();
            if (standing.Count == remaining.Count) return remaining;
            remaining = standing;
        }
    }
}
