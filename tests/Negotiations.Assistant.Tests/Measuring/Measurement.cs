using System.Globalization;
using System.Text;

namespace Negotiations.Assistant.Tests;

/// <summary>Compares what the rules propose with what people coded: the same type and evidence that overlaps.</summary>
internal sealed class Measurement
{
    public static readonly string[] Core =
    [
        "ceasefire",
        "talks",
        "meetings",
        "attendance",
        "delegations",
        "proposals",
        "outcomes",
    ];

    private readonly Dictionary<string, Counts> families = new(StringComparer.Ordinal);

    public Counts All { get; private set; } = new();

    public Counts CoreFamilies =>
        Core.Aggregate(new Counts(), (sum, family) => sum + families.GetValueOrDefault(family, new()));

    public int RightSpeakers { get; private set; }

    public int Speakers { get; private set; }

    public int RightDates { get; private set; }

    public int Dates { get; private set; }

    public StringBuilder Log { get; } = new();

    public void Add(GoldArticle article)
    {
        var proposals = article.Propose().Proposals;
        var gold = article.Coded.Reports.ToList();
        Log.AppendLine(CultureInfo.InvariantCulture, $"##### {article.Name}");
        foreach (var proposal in proposals)
        {
            var matching = gold.Where(report => Matches(report, proposal)).ToList();
            Count(proposal.Type, matching.Count > 0 ? new(1, 0, 0) : new(0, 1, 0));
            Log.AppendLine(
                CultureInfo.InvariantCulture,
                $"{(matching.Count > 0 ? "ok " : "BAD")} {Describe(article, proposal)}"
            );
            if (matching.Count > 0)
                Compare(article, proposal, matching);
        }

        foreach (var report in gold.Where(report => !proposals.Any(proposal => Matches(report, proposal))))
        {
            Count(report.GetType().Name, new(0, 0, 1));
            Log.AppendLine(CultureInfo.InvariantCulture, $"MISSED {report.GetType().Name}: {Quote(article, report)}");
        }

        // Recall is counted over what was coded.
        foreach (var report in gold.Where(report => proposals.Any(proposal => Matches(report, proposal))))
            Count(report.GetType().Name, new(0, 0, 0) { Recalled = 1 });
    }

    public string Write()
    {
        var table = new StringBuilder();
        foreach (var (family, counts) in families.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            table.AppendLine(CultureInfo.InvariantCulture, $"{family, -16} {counts}");
        table.AppendLine(CultureInfo.InvariantCulture, $"{"core", -16} {CoreFamilies}");
        table.AppendLine(CultureInfo.InvariantCulture, $"{"all", -16} {All}");
        table.AppendLine(
            CultureInfo.InvariantCulture,
            $"speakers {RightSpeakers}/{Speakers}, dates {RightDates}/{Dates}"
        );
        return table.ToString();
    }

    private void Compare(GoldArticle article, Proposal proposal, List<Report> matching)
    {
        Speakers++;
        var speaker = proposal.Chain.FirstOrDefault()?.Name;
        if (matching.Any(report => IsSame(article, report.Chain, speaker)))
            RightSpeakers++;
        else
            Note(
                "speaker",
                speaker ?? "narration",
                matching.Select(report => report.Chain.FirstOrDefault()?.Name?.Written)
            );
        if (proposal.HappenedFrom is null || !proposal.HappenedFrom.Contains("day", StringComparison.OrdinalIgnoreCase))
            return;
        Dates++;
        if (matching.Any(report => report.Happened?.Text == proposal.Happened))
            RightDates++;
        else
            Note(
                "date",
                $"{proposal.Happened} ({proposal.HappenedFrom})",
                matching.Select(report => report.Happened?.Text)
            );
    }

    private void Note(string field, string proposed, IEnumerable<string?> coded) =>
        Log.AppendLine($"    {field}: {proposed}, coded {string.Join(" | ", coded.Select(one => one ?? "none"))}");

    // The tail of a chain is the article's own.
    private static bool IsSame(GoldArticle article, IReadOnlyList<ChainLink> chain, string? speaker)
    {
        var own = chain.Take(chain.Count - article.Coded.Version.Chain.Count).FirstOrDefault()?.Name;
        return speaker is null
            ? own is null
            : own is not null
                && (
                    Slug.From(own.Written) == Slug.From(speaker)
                    || own.Id == Slug.From(speaker)
                    || article.Definition.Entities.FirstOrDefault(entity => entity.Id == own.Id)?.Name == speaker
                    || Slug.From(speaker).Contains(own.Id, StringComparison.Ordinal)
                    || own.Id.Contains(Slug.From(speaker), StringComparison.Ordinal)
                );
    }

    private void Count(string type, Counts counts)
    {
        var family = Codebook.Default.Find(type)!.Family;
        families[family] = families.GetValueOrDefault(family, new()) + counts;
        All += counts;
    }

    private static bool Matches(Report report, Proposal proposal) =>
        report.GetType().Name == proposal.Type
        && report.Evidence.Any(span =>
            proposal.Evidence.Any(other => span.Start < other.End && other.Start < span.End)
        );

    private static string Describe(GoldArticle article, Proposal proposal) =>
        $"{proposal.Type} [{proposal.Modality}] a={string.Join("+", proposal.Actors)} "
        + $"h={proposal.Happened}<{proposal.HappenedFrom}> "
        + $"ch={string.Join(">", proposal.Chain.Select(link => link.Name ?? "?"))} {proposal.By} "
        + $"{proposal.Details.ToJsonString()}\n      "
        + article.Text.Slice(proposal.Evidence[0].Start, proposal.Evidence[0].End);

    private static string Quote(GoldArticle article, Report report) =>
        string.Join(" || ", report.Evidence.Select(span => article.Text.Slice(span.Start, span.End)));

    internal sealed record Counts(int Right = 0, int Wrong = 0, int Missed = 0)
    {
        public int Recalled { get; init; }

        public double Precision => Right + Wrong == 0 ? 1 : Right / (double)(Right + Wrong);

        public double Recall => Recalled + Missed == 0 ? 1 : Recalled / (double)(Recalled + Missed);

        public static Counts operator +(Counts one, Counts other) =>
            new(one.Right + other.Right, one.Wrong + other.Wrong, one.Missed + other.Missed)
            {
                Recalled = one.Recalled + other.Recalled,
            };

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"precision {Precision:0.00} ({Right}/{Right + Wrong})  "
                    + $"recall {Recall:0.00} ({Recalled}/{Recalled + Missed})"
            );
    }
}
