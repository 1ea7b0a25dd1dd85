using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>Puts one fact into words.</summary>
public sealed class FactLine(NameWords names, DateTimeZone zone, IReadOnlyList<Assumption> tooEarly)
{
    private readonly ValueWords values = new(names);
    private readonly SourceWords sources = new(names, zone);

    /// <summary>The fact in words.</summary>
    public BriefingLine Of(Fact fact)
    {
        var segments = fact.Key.Split('/');
        var primary = fact.Contest.Winner.Primary;
        var details = string.Join(", ", values.DetailsOf(fact.Value, segments[1]));
        if (ModalityOf(fact, segments[1]) is { } modality) details = $"{details} ({modality})".TrimStart();
        return new(SubjectOf(segments, fact.Value))
        {
            Status = ValueWords.StatusOf(fact.Value),
            Details = details,
            Happened = DateWords.Of(fact.Happened),
            Since = DateWords.Of(fact.Since, zone),
            Origin = fact.Origins > 1 ? $"{sources.OriginOf(primary)} (and {fact.Origins - 1} more)" : sources.OriginOf(primary),
            Source = sources.ArticleOf(primary),
            Articles = [.. fact.Contest.Because.SelectMany(claim => claim.Reports).Select(report => report.Report.Article).Distinct()],
            Unnamed = primary.Report.Chain[0].Kind == LinkKind.Unnamed,
            Disputed = fact.Disputed,
            MayBeTooEarly = tooEarly.Any(assumption =>
                fact.Assumes.Contains(assumption.Article) && fact.Since >= assumption.Published.Time),
            Flags = [.. fact.Flags.Select(WordsOf).OfType<string>()],
            Notes = [.. NotesOn(fact)],
        };
    }

    // What the source commits itself to, where neither the status nor the kind of fact says it.
    private static string? ModalityOf(Fact fact, string subject)
    {
        var word = Text.Of(fact.Modality);
        return fact.Modality is Modality.Asserted or Modality.Reported
            || (fact.Modality == Modality.Demanded && subject is "precondition" or "demand" or "urging" or "mediation")
            || fact.Value.Status == word
                ? null
                : word;
    }

    // The others need a sentence.
    private static string? WordsOf(string flag) => flag switch
    {
        FactFlag.Corrected => "corrected",
        FactFlag.NoLongerCarried => "no longer carried by its source",
        FactFlag.NotRecoded => "not compared with the later version of its article",
        _ => null,
    };

    private IEnumerable<string> NotesOn(Fact fact)
    {
        if (fact.Contest.Against.Count > 0) yield return $"against it: {string.Join("; ", Against(fact.Contest.Against))}";
        if (fact.Flags.Contains(FactFlag.Erased)) yield return "a correction of its reports was erased";
        if (fact.Flags.Contains(FactFlag.DateDisputed)) yield return "its reports contradict each other on the date";
    }

    private IEnumerable<string> Against(IEnumerable<Claim> claims) =>
        from claim in claims
        let subject = claim.Key.Split('/')[1]
        let value = ValueWords.StatusOf(claim.Assertion.Value) ?? string.Join(", ", values.DetailsOf(claim.Assertion.Value, subject))
        group claim by (Value: value, Origin: sources.OriginOf(claim.Primary)) into saying
        let articles = saying.Select(claim => sources.ArticleOf(claim.Primary)).Distinct()
        select $"{saying.Key.Value} ({saying.Key.Origin}; {string.Join("; ", articles)})";

    private string SubjectOf(string[] segments, FactValue value)
    {
        var details = JsonNode.Parse(value.Json)!;
        var by = NameAt(details, "by")
            ?? (details["parties"] is JsonArray parties ? string.Join(" – ", parties.Select(party => names.Of(party!.GetValue<string>()))) : "unnamed");
        var to = NameAt(details, "addressee") ?? NameAt(details, "against");
        return segments[1] switch
        {
            "round" => Capital.Of(segments[2]),
            "attendance" or "travel" => names.Of(segments[2]),
            "delegation" => $"{names.Of(segments[2])}, {(segments[3] == "dispatch" ? "on its way" : segments[3])}",
            "invitation" => $"{by} → {names.Of(segments[2])}",
            "talks" => $"{names.Of(segments[^1])}, answer",
            "ceasefire" when segments[2] == "answer" => $"{names.Of(segments[^1])}, answer",
            "meeting" when details["by"] is null || segments.Length > 3 => string.Join(" – ", segments[2..].Select(names.Of)),
            _ => to is null ? by : $"{by} → {to}",
        };
    }

    private string? NameAt(JsonNode value, string key) => value[key]?.GetValue<string>() is { } id ? names.Of(id) : null;
}
