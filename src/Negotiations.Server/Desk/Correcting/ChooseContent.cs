namespace Negotiations.Server.Desk;

/// <summary>The page on which somebody chooses what to correct.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Talks">The negotiation.</param>
/// <param name="Heading">What the reports are of.</param>
/// <param name="Reports">The reports, each by its name and what it says.</param>
/// <param name="Versions">The versions of the article, whose time of publication can be corrected.</param>
public sealed record ChooseContent(
    DeskVisit Visit,
    NegotiationDefined Talks,
    string Heading,
    IReadOnlyList<ChosenReport> Reports,
    IReadOnlyList<string> Versions
)
{
    private const int Most = 500;

    /// <summary>The reports of an article, or those that bear on a fact.</summary>
    /// <exception cref="WrongParameterException">Neither is named.</exception>
    internal static ChooseContent Create(DeskVisit visit, NegotiationLog log, string? article, string? fact)
    {
        if ((article is null) == (fact is null))
            throw new WrongParameterException("article", "name an article, or a fact");
        var reports = log.ReportsKnownBy(null)
            .Where(report =>
                article is not null
                    ? report.Report.Article == article
                    : report.Asserted.Concat(report.Denied).Any(one => one.Key == fact)
            )
            .OrderBy(report => report.Place)
            .Take(Most)
            .ToList();
        if (reports.Count == 0)
            throw new NotFoundInDeskException(
                article is not null ? $"there is no article '{article}' with reports" : $"no report bears on '{fact}'"
            );
        var sources = new SourceWords(new(log.Definition!), log.Zone);
        return new(
            visit,
            log.Definition!,
            article ?? fact!,
            [
                .. reports.Select(report => new ChosenReport(
                    EventReference.FormatWithVersion(report.Report),
                    report.Report.GetType().Name,
                    report.Report.Summary,
                    sources.DescribeOrigin(report),
                    report.IsCorrected
                )),
            ],
            article is null
                ? []
                :
                [
                    .. log.VersionsKnownBy(null)
                        .Where(version => version.Article == article)
                        .Select(EventReference.Format),
                ]
        );
    }
}

/// <summary>A report that may be chosen.</summary>
/// <param name="Name">How it is named.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What it says.</param>
/// <param name="Source">Who says so.</param>
/// <param name="IsCorrected">Whether it was corrected before.</param>
public sealed record ChosenReport(string Name, string Type, string Summary, string Source, bool IsCorrected);
