using System.Diagnostics;
using NodaTime;
using static Negotiations.Bench.Cells;

namespace Negotiations.Bench;

/// <summary>Says what a corpus is like, in numbers: <c>corpus</c> prints it.</summary>
internal static class CorpusDescription
{
    // Of larger ones the fold takes minutes.
    private const int MostReportsFolded = 20_000;

    public static int Run(string[] arguments)
    {
        if (CorpusOptions.Read(arguments) is not { } options)
        {
            Console.Error.WriteLine($"Negotiations.Bench corpus {CorpusOptions.Usage}");
            return 2;
        }

        var corpus = new Corpus(options);
        var start = Stopwatch.GetTimestamp();
        foreach (var negotiation in corpus.Negotiations)
            Console.Write(Describe(negotiation));
        Console.WriteLine(
            $"drawn in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, "
                + $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB at most"
        );
        return 0;
    }

    private static string Describe(InventedNegotiation negotiation)
    {
        var (events, articles, versions, late, reports, denials, corrected, undone, links) = (
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0
        );
        var youngest = negotiation.Start;
        var largest = 0;
        foreach (var arrival in negotiation.DrawArrivals())
        {
            events += arrival.Events.Count;
            reports += arrival.Reports;
            largest = Math.Max(largest, arrival.Reports);
            if (arrival.Version is { } version)
            {
                (articles, versions) = version.Compared is null ? (articles + 1, versions) : (articles, versions + 1);
                if (version.Published.Time < youngest - Duration.FromDays(2))
                    late++;
                youngest = Instant.Max(youngest, version.Published.Time);
            }

            foreach (var added in arrival.Events)
            {
                denials += added.Event is Report { Modality: Modality.Denied } ? 1 : 0;
                corrected += added.Event is Correction and not (ArticlesLinked or CorrectionUndone) ? 1 : 0;
                undone += added.Event is CorrectionUndone ? 1 : 0;
                links += added.Event is ArticlesLinked ? 1 : 0;
            }
        }

        var facts = reports <= MostReportsFolded ? CountFacts(negotiation) : "";
        return $"""
            {negotiation.Id}: {Whole(reports)} reports in {Whole(articles)} articles and {Whole(
                versions
            )} second versions of
              them (at most {largest} at once), {Whole(events)} events, {negotiation.Rounds} rounds; {Share(
                late,
                articles
            )} of
              the articles late, {Share(corrected, reports)} of the reports corrected, {undone} corrections undone,
              {links} links, {Share(denials, reports)} denials{facts}

            """;
    }

    private static string CountFacts(InventedNegotiation negotiation)
    {
        var events = Arrival.Record(negotiation.DrawArrivals());
        var facts = Answer.To(new(negotiation.Id), new(new(events.Count, default(Instant)), events)).Facts;
        var rounds = facts.CountBy(fact => fact.Key.Split('/')[0]).OrderBy(round => round.Key, StringComparer.Ordinal);
        return $";\n  {Whole(facts.Count)} facts now, {facts.Count(fact => fact.Disputed)} disputed: "
            + string.Join(", ", rounds.Select(round => $"{round.Key} {round.Value}"));
    }

    private static string Share(int part, int whole) => $"{100.0 * part / Math.Max(1, whole):F1} %";
}
