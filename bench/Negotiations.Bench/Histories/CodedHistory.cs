using System.Globalization;
using Negotiations.Coding;
using NodaTime;

namespace Negotiations.Bench;

/// <summary>
/// Writes an invented negotiation as the coded files that somebody could have written of its articles.
/// </summary>
public static class CodedHistory
{
    private const int ReportsPerArticle = 50;
    private const string Usage = "Negotiations.Bench write FOLDER [--articles NUMBER] [--seed NUMBER]";

    /// <summary>Writes the files that the arguments name.</summary>
    public static int Run(string[] arguments)
    {
        var (articles, seed) = (200, 1);
        if (arguments is not [var folder, .. var options] || options.Chunk(2).Any(pair => !TryRead(pair)))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var files = Write(InventedHistory.Draw(articles * ReportsPerArticle, seed));
        Directory.CreateDirectory(folder);
        foreach (var file in files)
            File.WriteAllText(Path.Combine(folder, file.File), file.Text);
        return 0;

        bool TryRead(string[] pair) =>
            pair switch
            {
                ["--articles", var text] => TryParse(text, out articles),
                ["--seed", var text] => TryParse(text, out seed),
                _ => false,
            };
    }

    private static IReadOnlyList<WrittenFile> Write(InventedHistory history)
    {
        var events = new List<RecordedEvent>();
        foreach (var (stream, added) in history.Streams)
        {
            var coded = added.Select(one => one.Event).ToList();
            foreach (var (place, one) in added.Index())
                events.Add(new(events.Count + 1, default, one.Id, stream, place + 1, Fit(one.Event, coded)));
        }

        return WrittenFile.WriteAll(new(new(events.Count, default(Instant)), events));
    }

    // What is invented for a store leaves out what a coded file has to say, and breaks some of its rules.
    private static DomainEvent Fit(DomainEvent @event, IReadOnlyList<DomainEvent> article) =>
        @event switch
        {
            ArticleVersionPublished version => version with { Chain = Imply(version.Chain) },
            Report report => Fit(report, (ArticleVersionPublished)article[0], article),
            _ => @event,
        };

    private static Report Fit(Report report, ArticleVersionPublished version, IReadOnlyList<DomainEvent> article)
    {
        var isDone = report.Modality is Modality.Asserted or Modality.Reported or Modality.Denied;
        var lastDay = version.Published.Time.InUtc().Date;
        return report with
        {
            Chain = Imply(report.Chain),
            Standing = report is { Standing: Standing.OwnUnnamed, Chain: [{ Side: null }, ..] }
                ? Standing.Other
                : report.Standing,
            Modality =
                report is TalksHeld or MeetingHeld or AttendanceConfirmed && !isDone
                    ? Modality.Asserted
                    : report.Modality,
            Happened = report.Happened?.Bounds.Earliest > lastDay ? null : report.Happened,
            HappenedFrom = report.Happened?.Bounds.Earliest > lastDay ? null : report.HappenedFrom,
            SideIsWritten = report.Side is not null,
            PrecededBy = report.PrecededBy?.All(id => CanFollow(report, Find(id))) == true ? report.PrecededBy : null,
        };

        Report Find(string id) => article.OfType<Report>().First(other => other.Id == id);
    }

    // Not where the times of their day say otherwise.
    private static bool CanFollow(Report report, Report earlier) =>
        report.Happened is not { Bounds.IsDay: true } day
        || earlier.Happened?.Bounds != day.Bounds
        || TimeOfDay.Parse(report.TimeOfDay) >= TimeOfDay.Parse(earlier.TimeOfDay);

    private static IReadOnlyList<ChainLink> Imply(IReadOnlyList<ChainLink> chain) =>
        [.. chain.Select(link => link with { Implied = "the sentence names nobody else" })];

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
