namespace Negotiations;

/// <summary>Names of events that people can read and type.</summary>
public static class EventReference
{
    /// <summary>
    /// The short form of an event: <c>article#report</c>, <c>article!correction</c>, <c>article@version</c>; of the
    /// file of a negotiation its identifier.
    /// </summary>
    public static string Format(DomainEvent @event) =>
        @event switch
        {
            { Erased: true } => "an erased event",
            Report report => $"{report.Article}#{report.Id}",
            Correction correction => $"{correction.Article}!{correction.Id}",
            ArticleVersionPublished version => $"{version.Article}@{version.Version}",
            NegotiationDefined definition => definition.Negotiation,
            _ => @event.GetType().Name,
        };

    /// <summary>
    /// The short form that also says in which version of its article a report stands: <c>article@version#report</c>.
    /// </summary>
    public static string FormatWithVersion(DomainEvent @event) =>
        @event is Report { Erased: false } report ? $"{report.Article}@{report.Version}#{report.Id}" : Format(@event);

    /// <summary>
    /// Short forms for reports that are listed together, with the version where two versions have a report of that
    /// name.
    /// </summary>
    /// <param name="listed">The reports of the list.</param>
    public static Func<Report, string> FormatAmong(IEnumerable<Report> listed)
    {
        var alike = listed
            .GroupBy(Format, StringComparer.Ordinal)
            .Where(same => same.Select(report => report.Version).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        return report => alike.Contains(Format(report)) ? FormatWithVersion(report) : Format(report);
    }
}
