using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>Puts one fact into words.</summary>
public sealed class FactLine(NameWords names, DateTimeZone zone, IReadOnlyList<Assumption> tooEarly)
{
    /// <summary>What is said where nothing but the days whose news an article tells dates an act.</summary>
    internal const string ByCoverage = "dated by coverage";

    // As keys and lines name nobody.
    private const string Unnamed = "unnamed";

    private readonly ValueWords values = new(names);
    private readonly SourceWords sources = new(names, zone);

    /// <summary>The names of agreements and the like, which other facts may know.</summary>
    public CodedNames Coded { get; init; } = CodedNames.None;

    /// <summary>The fact in words.</summary>
    public BriefingLine Describe(Fact fact)
    {
        var primary = fact.Resolution.Winner.Primary;
        return DescribeState(fact) with
        {
            Since = DateWords.DescribeSince(fact, zone),
            Origin =
                fact.Origins > 1
                    ? $"{sources.DescribeOrigin(primary)} (and {fact.Origins - 1} more)"
                    : sources.DescribeOrigin(primary),
            Source = sources.DescribeArticle(primary),
            Articles =
            [
                .. fact
                    .Resolution.Because.SelectMany(claim => claim.Reports)
                    .Select(report => report.Report.Article)
                    .Distinct(),
            ],
            Unnamed = primary.Report.Chain[0].Kind == LinkKind.Unnamed,
            Notes = [.. NotesOn(fact)],
        };
    }

    /// <summary>
    /// What is kept of a fact in words: all but who says so, where that stands, and what a reader should know beside
    /// it.
    /// </summary>
    public BriefingLine DescribeState(FactState fact)
    {
        var segments = fact.Key.Split('/');
        var isBreach = segments is [_, "agreement", _, "breach", _];
        var details = isBreach
            ? DescribeBreach(segments[^1], fact.Value)
            : string.Join(", ", values.DescribeDetails(fact.Value, segments[1]));
        if (DescribeModality(fact, segments[1]) is { } modality)
            details = $"{details} ({modality})".TrimStart();
        // Else what is denied reads as if it were so.
        if (fact.Value.Status == Claim.Denied && details.Length > 0)
            details = $"what is denied: {details}";
        return new(DescribeSubject(segments, fact))
        {
            Status = isBreach ? null : ValueWords.DescribeStatus(fact.Value),
            Details = details,
            Happened = DateWords.Describe(fact.Happened),
            Key = fact.Key,
            Since = DateWords.Describe(fact.Since, zone),
            SinceTime = DateWords.Describe(fact.Since, zone),
            Disputed = fact.Disputed,
            MayBeTooEarly = tooEarly.Any(assumption =>
                fact.Assumes.Contains(assumption.Article) && fact.Since >= assumption.Published.Time
            ),
            Flags = [.. fact.Flags.Select(DescribeFlag).OfType<string>()],
        };
    }

    // What the source commits itself to, where neither the status nor the kind of fact says it.
    private static string? DescribeModality(FactState fact, string subject)
    {
        var word = EnumText.Format(fact.Modality);
        return
            fact.Modality is Modality.Asserted or Modality.Reported
            || (fact.Modality == Modality.Demanded && subject is "precondition" or "demand" or "urging" or "mediation")
            || fact.Value.Status == word
            ? null
            : word;
    }

    // The others need a sentence.
    internal static string? DescribeFlag(string flag) =>
        flag switch
        {
            FactFlag.Corrected => "corrected",
            FactFlag.NoLongerCarried => "no longer carried by its source",
            FactFlag.NotRecoded => "not compared with the later version of its article",
            FactFlag.Ended => "no longer in force",
            FactFlag.Overtaken => "overtaken by the round",
            FactFlag.DatedByCoverage => ByCoverage,
            _ => null,
        };

    private IEnumerable<string> NotesOn(Fact fact)
    {
        if (fact.Resolution.Against.Count > 0)
            yield return $"against it: {string.Join("; ", Against(fact.Resolution.Against))}";
        // What the deciding report does not say itself is not printed as its word.
        foreach (var given in fact.Resolution.Value.DetailFrom.GroupBy(detail => detail.Value, detail => detail.Key))
            yield return $"{string.Join(", ", given.Select(Camel.Apart))}: {sources.DescribeOrigin(given.Key)}; "
                + sources.DescribeArticle(given.Key);
        if (fact.Flags.Contains(FactFlag.Erased))
            yield return "a correction of its reports was erased";
        if (fact.Flags.Contains(FactFlag.DateDisputed))
            yield return "its reports contradict each other on the date";
    }

    private IEnumerable<string> Against(IEnumerable<Claim> claims) =>
        from claim in claims
        let subject = claim.Key.Split('/')[1]
        let value = ValueWords.DescribeStatus(claim.Assertion.Value)
            ?? string.Join(", ", values.DescribeDetails(claim.Assertion.Value, subject))
        group claim by (Value: value, Origin: sources.DescribeOrigin(claim.Primary)) into saying
        let articles = saying.Select(claim => sources.DescribeArticle(claim.Primary)).Distinct()
        select $"{saying.Key.Value} ({saying.Key.Origin}; {string.Join("; ", articles)})";

    private string DescribeSubject(string[] segments, FactState fact)
    {
        var details = JsonNode.Parse(fact.Value.Json)!;
        var by = names.DisplayNames(details["by"]) ?? names.DisplayNames(details["parties"]) ?? Unnamed;
        var to = names.DisplayNames(details["addressee"] ?? details["against"]);
        return segments[1] switch
        {
            "round" => Capitalisation.Capitalise(segments[2]),
            "attendance" or "travel" => names.DisplayName(segments[2]),
            "delegation" => $"{names.DisplayName(segments[2])}, {DescribeDelegation(segments[3], fact.Value)}",
            "invitation" => $"{by} → {names.DisplayName(segments[2])}",
            "agreement" when segments[3] == "breach" => $"{DescribeNamed(segments, fact)}, breach",
            "agreement" when segments.Length > 4 =>
                $"{DescribeNamed(segments, fact)}, {names.DisplayName(segments[4])}",
            "agreement" or "exchange" => string.Join(", ", [DescribeNamed(segments, fact), .. segments[3..]]),
            "proposal" =>
                $"{DescribeNamed(segments, fact)}, {(segments[3] == "answer" ? names.DisplayName(segments[4]) : by)}",
            "deadline" => $"{by}: {FindName(segments, fact) ?? "deadline"}",
            "talks" => $"{names.DisplayName(segments[^1])}, answer",
            "ceasefire" when segments[2] == "answer" => $"{names.DisplayName(segments[^1])}, answer",
            "meeting" when details["by"] is null || segments.Length > 3 => string.Join(
                " – ",
                segments[2..].Select(names.DisplayName)
            ),
            _ => to is null ? by : $"{by} → {to}",
        };
    }

    // Who says it stands in the key, whom it is said of in the value.
    private string DescribeBreach(string accuser, FactValue value)
    {
        var details = JsonNode.Parse(value.Json)!;
        var who = accuser == Unnamed ? "somebody" : names.DisplayName(accuser);
        var says = value.Status == "found" ? "finds" : "alleges";
        var broken = names.DisplayNames(details["by"]) is { } accused ? $"{accused} broke it" : "it was broken";
        var what = details["breach"] is { } breach ? $": {breach}" : "";
        return $"{who} {says} that {broken}{what}";
    }

    // As it was coded; where no fact has the name, as its key has it.
    private string DescribeNamed(string[] segments, FactState fact) =>
        Capitalisation.Capitalise(FindName(segments, fact) ?? segments[2].Replace('-', ' '));

    private string? FindName(string[] segments, FactState fact) =>
        CodedNames.Read(fact, segments[1], segments[2]) ?? Coded.Find(segments[1], segments[2]);

    // What is only planned is not on its way.
    private static string DescribeDelegation(string part, FactValue value) =>
        part != "dispatch" ? part
        : value.Status == "dispatched" ? "on its way"
        : "sending";
}
