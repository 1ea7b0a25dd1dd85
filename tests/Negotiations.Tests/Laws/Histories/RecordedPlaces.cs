namespace Negotiations.Tests.Laws;

/// <summary>Where events stand in a store, and which events they name.</summary>
internal static class RecordedPlaces
{
    public static string FindStream(DomainEvent @event) =>
        @event switch
        {
            Report report => StreamName.ForArticle(History.Negotiation, report.Article),
            ArticleVersionPublished version => StreamName.ForArticle(History.Negotiation, version.Article),
            Correction correction => StreamName.ForArticle(History.Negotiation, correction.Article),
            _ => StreamName.ForNegotiation(History.Negotiation),
        };

    public static Guid FindId(DomainEvent @event, long version = 0) =>
        @event switch
        {
            Report report => EventId.ForReport(FindStream(@event), report.Version, report.Id),
            ArticleVersionPublished published => EventId.ForVersion(FindStream(@event), published.Version),
            Correction correction => EventId.ForCorrection(FindStream(@event), correction.Id),
            _ => EventId.ForDefinition(FindStream(@event), version),
        };

    /// <summary>
    /// The events that must be there before one: the version of a report, and what a correction names.
    /// </summary>
    public static IEnumerable<Guid> NamedBy(DomainEvent @event, IEnumerable<DomainEvent> intake) =>
        @event switch
        {
            Report report => [EventId.ForVersion(FindStream(@event), report.Version)],
            ArticlesLinked link => intake
                .OfType<ArticleVersionPublished>()
                .Where(version => version.Article == link.Other)
                .Select(version => FindId(version))
                .Take(1)
                .Append(link.Target),
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
            var ids = remaining
                .Where(@event => @event is not NegotiationDefined)
                .Select(@event => FindId(@event))
                .ToHashSet();
            var standing = remaining
                .Where(@event =>
                    NamedBy(@event, intake)
                        .All(named => ids.Contains(named) || @event is ArticlesLinked link && named != link.Target)
                )
                .ToList();
            if (standing.Count == remaining.Count)
                return remaining;
            remaining = standing;
        }
    }
}
