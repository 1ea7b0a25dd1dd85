using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations.Bench;

/// <summary>Draws corrections of reports: by the coder and by the publisher, of every kind, and undone ones.</summary>
/// <remarks>
/// They are drawn so that intake takes each of them, whatever else came in. So what puts acts in order, or stands in an
/// order, is neither dated nor assigned anew, and a report is attributed anew at most once.
/// </remarks>
internal sealed class CorrectionDraw(
    Random random,
    ReportDraw reports,
    InventedNegotiation negotiation,
    InventedRound round
)
{
    private const double CorrectedPercent = 2.6;
    private const double UndonePercent = 12;
    private const double BuiltOnPercent = 15;
    private const double MisreadPercent = 10;
    private const string Misread = "misread at first";

    private enum Kind
    {
        Retract,
        Amend,
        Redate,
        Reattribute,
        Reassign,
    }

    private static readonly IReadOnlyList<(int Weight, (bool IsPublishers, Kind Kind) Drawn)> Kinds =
    [
        (14, (false, Kind.Retract)),
        (22, (false, Kind.Amend)),
        (13, (false, Kind.Redate)),
        (13, (false, Kind.Reattribute)),
        (10, (false, Kind.Reassign)),
        (6, (true, Kind.Retract)),
        (12, (true, Kind.Amend)),
        (5, (true, Kind.Redate)),
        (5, (true, Kind.Reattribute)),
    ];

    /// <summary>Corrects some of the reports of a version.</summary>
    /// <param name="article">Receives the corrections.</param>
    /// <param name="version">The version.</param>
    /// <param name="coded">Its reports.</param>
    /// <param name="arrived">When the version came in.</param>
    public void Correct(
        InventedArticle article,
        ArticleVersionPublished version,
        IReadOnlyList<Report> coded,
        Instant arrived
    )
    {
        var ordered = coded.SelectMany(report => report.PrecededBy ?? []).ToHashSet(StringComparer.Ordinal);
        foreach (var report in coded)
        {
            if (!random.Percent(CorrectedPercent))
                continue;
            var (isPublishers, kind) = random.Weighted(Kinds);
            var isFree = report.PrecededBy is null && !ordered.Contains(report.Id);
            if (!isFree && kind is Kind.Redate or Kind.Reassign)
                kind = Kind.Amend;
            var known = report.Known?.Time ?? version.Published.Time;
            if (isPublishers)
                CorrectByPublisher(article, version, report, kind, known, arrived);
            else
                CorrectByCoder(article, version, report, kind, coded, arrived);
        }
    }

    private void CorrectByCoder(
        InventedArticle article,
        ArticleVersionPublished version,
        Report report,
        Kind kind,
        IReadOnlyList<Report> coded,
        Instant arrived
    )
    {
        var target = FindEvent(article, report);
        var time = arrived + Duration.FromMinutes(random.Next(30, 30 * 24 * 60));
        var correction = article.Correct(
            time,
            target,
            Misread,
            kind == Kind.Retract
                ? head => new ReportRetracted(head)
                : CreateChange(DrawChanges(kind, report, version, coded))
        );
        if (random.Percent(UndonePercent))
            article.Correct(
                time + Duration.FromHours(random.Next(1, 24 * 30)),
                correction.Id,
                "the first reading was right",
                head => new CorrectionUndone(head)
            );
        else if (kind != Kind.Retract && random.Percent(BuiltOnPercent))
            article.Correct(
                time + Duration.FromHours(random.Next(1, 24 * 30)),
                target,
                "a third reading",
                CreateChange(new() { ["summary"] = "A third sentence of our own words." }),
                on: correction.Id
            );
    }

    private void CorrectByPublisher(
        InventedArticle article,
        ArticleVersionPublished version,
        Report report,
        Kind kind,
        Instant known,
        Instant arrived
    )
    {
        var notice = DrawNotice(article, known);
        var time = Max(arrived, notice.Published.Time) + Duration.FromMinutes(random.Next(30, 3 * 24 * 60));
        var correction = article.Correct(
            time,
            FindEvent(article, report),
            "the paper says that it erred",
            kind == Kind.Retract
                ? head => new ReportRetracted(head)
                : CreateChange(DrawChanges(kind, report, version, [])),
            notice
        );
        if (random.Percent(UndonePercent))
        {
            var withdrawn = random.Percent(50) ? DrawNotice(article, notice.Published.Time) : null;
            article.Correct(
                Max(time, withdrawn?.Published.Time ?? time) + Duration.FromHours(random.Next(1, 24 * 10)),
                correction.Id,
                withdrawn is null ? "the notice was about another article" : "the paper stands by its report",
                head => new CorrectionUndone(head),
                withdrawn
            );
        }
        else if (random.Percent(MisreadPercent))
            article.Correct(
                time + Duration.FromHours(random.Next(1, 24 * 10)),
                correction.Id,
                "the notice does not say so",
                head => new ReportRetracted(head)
            );
    }

    private Notice DrawNotice(InventedArticle article, Instant after) =>
        new(
            new(after + Duration.FromMinutes(random.Next(6 * 60, 20 * 24 * 60)), PublicationBasis.Stated),
            $"corrections column, {article.Id}"
        );

    private JsonObject DrawChanges(
        Kind kind,
        Report report,
        ArticleVersionPublished version,
        IReadOnlyList<Report> coded
    ) =>
        kind switch
        {
            Kind.Redate => Redate(report, version),
            Kind.Reattribute => Reattribute(report, version),
            Kind.Reassign => Reassign(report, coded),
            _ => Amend(report, isPublishers: coded.Count == 0),
        };

    private JsonObject Redate(Report report, ArticleVersionPublished version)
    {
        var day = version.Published.Time.InZone(negotiation.Zone).Date.PlusDays(-random.Next(1, 5));
        var date = DateDraw.Next(random, day);
        if (date == report.Happened)
            date = report.Happened is null ? Edtf.From(DayBounds.FromDay(day)) : null;
        return new() { ["happened"] = date?.Text, ["happenedFrom"] = date is null ? null : "as the text has it" };
    }

    private JsonObject Reattribute(Report report, ArticleVersionPublished version)
    {
        IReadOnlyList<ChainLink> chain;
        do chain = [.. reports.DrawOrigin(report), .. version.Chain];
        while (chain.SequenceEqual(report.Chain));
        var changes = new JsonObject { ["chain"] = JsonSerializer.SerializeToNode(chain, EventJson.Options) };
        // As a coded file is read: a standing that follows from the rest follows from the new chain.
        if (!report.StandingIsDerived)
            return changes;
        var derived = reports.Derive(report with { Chain = chain }).Standing;
        if (derived != report.Standing)
        {
            changes["standing"] = EnumText.Format(derived);
            changes["standingIsDerived"] = true;
        }

        return changes;
    }

    private JsonObject Reassign(Report report, IReadOnlyList<Report> coded)
    {
        var alike = coded
            .Where(other => other.GetType() == report.GetType() && other.Act != report.Act)
            .Select(other => other.Act)
            .ToList();
        if (alike.Count > 0 && random.Percent(60))
            return new() { ["act"] = random.Pick(alike) };
        var other = InventedRound.FormatId(Math.Max(0, round.Number - 1));
        if (other != report.Round && random.Percent(40))
            return new() { ["round"] = other };
        var issue = negotiation.Cast.Issues.First(issue => issue.Id != report.Issue?.Id);
        return new() { ["issue"] = JsonSerializer.SerializeToNode(new Name(issue.Name, issue.Id), EventJson.Options) };
    }

    private JsonObject Amend(Report report, bool isPublishers)
    {
        var places = negotiation.Cast.Places.Select(place => place.Name).ToList();
        return report switch
        {
            HostilitiesReported { Killed: var killed } => new() { ["killed"] = killed + 1 + random.Next(5) },
            CeasefireProposed { DurationDays: var days } => new() { ["durationDays"] = days + 30 },
            ExchangeAgreed { Count: var count } => new() { ["count"] = count + 1 + random.Next(20) },
            ExchangeCarriedOut { Count: var count } => new() { ["count"] = count + 1 + random.Next(20) },
            TalksHeld { Venue: var venue } => new() { ["venue"] = random.Pick(Without(venue)) },
            TalksScheduled { Venue: var venue } => new() { ["venue"] = random.Pick(Without(venue)) },
            MeetingScheduled { Venue: var venue } => new() { ["venue"] = random.Pick(Without(venue)) },
            TravelReported { Destination: var destination } => new()
            {
                ["destination"] = random.Pick(Without(destination)),
            },
            PositionStated { Stance: var stance } => new() { ["stance"] = stance == "open" ? "opposes" : "open" },
            // What was reported was no more than a silence.
            AttendanceReported when !isPublishers && random.Percent(50) => new()
            {
                ["type"] = nameof(AttendanceUnconfirmed),
                ["response"] = "would not comment",
            },
            _ when !isPublishers && random.Percent(40) => new() { ["certainty"] = 1 + (report.Certainty % 5) },
            _ => new() { ["summary"] = "Another sentence of our own words, after a second reading." },
        };

        List<string> Without(string? place) => [.. places.Where(other => other != place)];
    }

    private static Func<CorrectionHead, Correction> CreateChange(JsonObject changes) =>
        head => new ReportCorrected(head) { Changes = changes };

    private static Guid FindEvent(InventedArticle article, Report report) =>
        EventId.ForReport(article.Stream, report.Version, report.Id);

    private static Instant Max(Instant one, Instant other) => one > other ? one : other;
}
