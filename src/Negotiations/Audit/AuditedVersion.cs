namespace Negotiations;

/// <summary>A version of an article, checked against its text.</summary>
/// <param name="Version">The version.</param>
/// <param name="Status">Whether its text is there.</param>
/// <param name="Held">The text that is held under its hash or its name; null where none is.</param>
/// <param name="Problem">What is wrong with that text; null where nothing is.</param>
/// <param name="Reports">Its reports, what it carries of earlier versions, and its chain.</param>
public sealed record AuditedVersion(
    ArticleVersionPublished Version,
    TextStatus Status,
    ArticleText? Held,
    string? Problem,
    IReadOnlyList<AuditedReport> Reports
)
{
    /// <summary>Further texts of its name that are no version's, each with what is wrong with it.</summary>
    public IReadOnlyList<(ArticleText Held, string Problem)> Strays { get; init; } = [];

    /// <summary>
    /// Whether a file of its name is there that cannot be read as a text, so that nothing was checked.
    /// </summary>
    public bool IsUnreadable => Held is { Text: null };

    /// <summary>Its reports alone.</summary>
    public IEnumerable<AuditedReport> OwnReports => Reports.Where(report => report.IsReport);

    /// <summary>Whether it is as it was coded, as far as can be said.</summary>
    public bool IsSound =>
        Status != TextStatus.Differs && Strays.Count == 0 && !Reports.Any(report => report.IsOrphaned);

    /// <summary>Checks every version of a log, by what came out first.</summary>
    /// <param name="log">The log.</param>
    /// <param name="texts">The texts.</param>
    public static IReadOnlyList<AuditedVersion> CheckAll(NegotiationLog log, ArticleTextIndex texts)
    {
        var reports = log
            .Events.Where(recorded => recorded.Event is Report { Erased: false })
            .ToLookup(recorded => (((Report)recorded.Event).Article, ((Report)recorded.Event).Version));
        return
        [
            .. log.VersionsKnownBy(null)
                .Select(version =>
                    CheckVersion(
                        version,
                        texts,
                        [.. reports[(version.Article, version.Version)]],
                        log.Timeline.Corrections
                    )
                ),
        ];
    }

    private static AuditedVersion CheckVersion(
        ArticleVersionPublished version,
        ArticleTextIndex texts,
        IReadOnlyList<RecordedEvent> reports,
        CorrectionLog corrections
    )
    {
        var held = texts.Find(version);
        var problem = held is null ? null : FindProblem(version, held);
        var status =
            held is null ? TextStatus.NotHeld
            : problem is null ? TextStatus.Held
            : TextStatus.Differs;
        var id = EventId.ForVersion(StreamName.ForArticle(version.Negotiation, version.Article), version.Version);
        return new(
            version,
            status,
            held,
            problem,
            [
                .. reports.Select(recorded =>
                    Check(
                        EventReference.Format(recorded.Event),
                        recorded.Id,
                        PlacedSpan.From(recorded, corrections)
                    ) with
                    {
                        IsWithdrawn = corrections.IsWithdrawnByCoder(recorded.Id),
                    }
                ),
                .. (version.Compared?.Carries ?? []).Select(carried =>
                    Check(
                        $"{EventReference.Format(version)} carries {carried.Report}",
                        id,
                        [.. PlacedSpan.From(carried.Evidence)]
                    ) with
                    {
                        IsReport = false,
                    }
                ),
                Check(EventReference.Format(version), id, [.. PlacedSpan.From(version.Chain)]) with
                {
                    IsReport = false,
                },
            ]
        )
        {
            Strays =
            [
                .. texts
                    .FindStrays(version)
                    .Where(stray => stray != held)
                    .Select(stray => (stray, FindProblem(version, stray)!)),
            ],
        };

        AuditedReport Check(string name, Guid eventId, IReadOnlyList<PlacedSpan> spans)
        {
            List<SpanFault> faults = held?.Text is { } text ? [.. SpanCheck.FindFaults(text, spans)] : [];
            return new(name, eventId, JudgeStatus(faults), spans.Count, faults);
        }

        // In another text nothing is anchored, even where the same words stand at the same place.
        AnchorStatus JudgeStatus(List<SpanFault> faults) =>
            status switch
            {
                TextStatus.NotHeld => AnchorStatus.NotHeld,
                // Of a file that is no text nothing can be said.
                TextStatus.Differs => held!.Text is null ? AnchorStatus.NotHeld : AnchorStatus.Orphaned,
                _ => faults.Exists(fault => !fault.IsReplaced) ? AnchorStatus.Orphaned : AnchorStatus.Anchored,
            };
    }

    // A page that was saved beside a text holds it otherwise.
    private static string OtherName(ArticleVersionPublished version, ArticleText held) =>
        Path.GetFileName(version.Text.File) is { } name && name != held.File
            ? $", or was coded as {name} with other lines"
            : "";

    private static string? FindProblem(ArticleVersionPublished version, ArticleText held)
    {
        if (held.Text is not { } text)
            return held.Problem;
        var identity = text.Identity();
        if (identity.Sha256 != version.Text.Sha256)
            return $"its hash is {identity.Sha256[..12]}… and was "
                + $"{version.Text.Sha256[..Math.Min(12, version.Text.Sha256.Length)]}…: it is another "
                + $"version, or was changed{OtherName(version, held)}";
        return identity.Length == version.Text.Length
            ? null
            : $"it has {identity.Length} code points, not {version.Text.Length}";
    }
}

/// <summary>Checks spans against a text.</summary>
internal static class SpanCheck
{
    /// <summary>What does not fit; a span is never attached elsewhere, however alike the words are.</summary>
    public static IEnumerable<SpanFault> FindFaults(NormalisedText text, IEnumerable<PlacedSpan> spans) =>
        from placed in spans
        let problem = FindProblem(text, placed.Span)
        where problem is not null
        select new SpanFault(placed.Where, placed.Span, problem, text) { IsReplaced = placed.IsReplaced };

    private static string? FindProblem(NormalisedText text, TextSpan span) =>
        text.Matches(span) ? null : span.ProblemIn(text.Length) ?? "other words stand there";
}
