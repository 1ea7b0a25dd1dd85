using Negotiations.Assistant.Names;
using Negotiations.Assistant.Reading;
using Negotiations.Assistant.Texts;
using NodaTime;

namespace Negotiations.Assistant.Rules;

/// <summary>Makes a proposal of what a rule found.</summary>
internal sealed class ProposalBuilder(
    string text,
    CodePoints positions,
    NegotiationDefined definition,
    Parties parties,
    LocalDate? published,
    Publication? known,
    string? round
)
{
    // Without a publication no relative date is resolved; the words are kept.
    private readonly ActDates dates = new(published ?? default);
    private readonly RoundFinder rounds = new(definition, published, round);
    private readonly IssueFinder issues = new(definition);
    private readonly ChainBuilder chains = new(positions);

    public Proposal Build(Finding finding, bool isHeading)
    {
        var actors = FindActors(finding);
        var date = published is null ? null : dates.FindHappened(finding);
        var happened = date is null
            ? null
            : dates.Resolve(
                date,
                isAhead: finding.Mood is Mood.Future or Mood.Expected
                    && !finding.Entry.IsSaying
                    && date.Points is null
                    && finding.Rule.Time == "future"
            );
        if (happened is not null && !IsDate(happened))
            happened = null;
        var isBack = IsLookingBack(finding, happened);
        var (first, last) = Clause.Find(finding);
        var (start, end) = finding.Sentence.FindPositions(first, last);
        var details = new DetailBuilder(text, parties, dates).Build(finding, date);
        var names = actors.Select(actor => actor.Name).ToList();
        var target = finding.FindNamed("target").FirstOrDefault(entity => !actors.Contains(entity))?.Name;
        var modality = FindModality(finding);
        var confidence = Math.Round(
            finding.Rule.Confidence - (IsReference(finding) ? 0.08 : 0) - (isHeading ? 0.04 : 0),
            2
        );
        return new()
        {
            Type = finding.Rule.Type,
            Actors = names,
            Written = finding
                .FindMentions(finding.Rule.Pattern.Subject ?? "actor")
                .FirstOrDefault(mention => mention.Entities.Intersect(actors).Any())
                ?.Written
                ?? names.FirstOrDefault(),
            Target = target,
            Others = [.. finding.FindNamed("other").Select(entity => entity.Name).Except(names)],
            Round = rounds.Find(
                happened,
                FindYear(finding),
                text[finding.Sentence.Sentence.Start..finding.Sentence.Sentence.End],
                isBack
            ),
            Issue = issues.Find(finding),
            Details = details,
            Happened = happened,
            HappenedFrom = happened is null ? null : date!.Written,
            TimeOfDay = happened is null ? null : date!.TimeOfDay,
            LookingBack = isBack,
            Ended = IsEnded(finding),
            Modality = modality,
            Evidence = [positions.Convert(start, end)],
            Chain = chains.Build(finding),
            Certainty =
                confidence >= 0.85 ? 4
                : confidence >= 0.7 ? 3
                : 2,
            Known = known,
            Sentence = positions.Convert(finding.Sentence.Sentence.Start, finding.Sentence.Sentence.End),
            By = $"rule {finding.Rule.Name}",
            Confidence = Math.Max(0, confidence),
            Summary = SummaryWriter.Write(finding.Rule.Type, names, target, details, modality),
        };
    }

    private static IReadOnlyList<NamedEntity> FindActors(Finding finding)
    {
        var speaker = finding.Attribution?.Speaker
            is { Entity: { Kind: not (EntityKind.Outlet or EntityKind.Agency) } } named
            ? named.Entity
            : null;
        if (finding.Rule.IsActorSpeaker)
            return speaker is null ? [] : [speaker];
        if (finding.HasSubject("actor") || finding.Match.Has("actor"))
            return finding.FindNamed("actor");
        // Whose attendance it is stands in the details: who says it is the actor, or the one who stays away.
        if (finding.HasSubject("person"))
            return speaker is not null ? [speaker]
                : finding.Attribution is null && finding.Rule.Type != "AttendanceReported" ? finding.FindNamed("person")
                : [];
        if (finding.HasSubject("traveller"))
            return finding.FindNamed("traveller");
        return [];
    }

    private static Modality FindModality(Finding finding)
    {
        var unnamed = finding.Attribution?.Speaker is { IsSource: true };
        var denied =
            finding.Attribution is { Verb: >= 0 } attribution
            && (attribution.In ?? finding.Sentence).Elements[attribution.Verb].Word is "denied" or "denies"
            && !finding.Match.First.Equals(attribution.Verb);
        if (denied)
            return Modality.Denied;
        if (finding.IsConditional)
            return Modality.Conditional;
        if (finding.Mood == Mood.Possible)
            return Modality.Possible;
        if (unnamed)
            return Modality.Reported;
        if (finding.Rule.Modality is { } given)
            return given;
        if (finding.Mood == Mood.Expected)
            return Modality.Expected;
        if (finding.Entry.Modality != Modality.Asserted)
            return finding.Entry.Modality;
        if (finding.Mood == Mood.Future && !finding.Entry.IsSaying)
            return Modality.Planned;
        return finding.Mood == Mood.Demanded ? Modality.Demanded : Modality.Asserted;
    }

    private bool IsLookingBack(Finding finding, string? happened) =>
        finding.Verb.IsPerfect && finding.Elements.Any(element => element.Word is "had" or "previously" or "once")
        || happened is not null
            && published is { } today
            && Edtf.Parse(happened).Bounds.Latest is { } latest
            && latest.PlusDays(14) < today;

    private static bool IsEnded(Finding finding)
    {
        for (var i = 0; i + 1 < finding.Elements.Count; i++)
        {
            var (word, next) = (finding.Elements[i].Word, finding.Elements[i + 1].Word);
            if (
                word == "no" && next == "longer"
                || word == "until" && next is "now" or "then"
                || word == "used" && next == "to"
            )
                return true;
        }

        return false;
    }

    // A year that the sentence names, for the round: "the failed talks of 2031".
    private string? FindYear(Finding finding) =>
        finding
            .Sentence.Dates.Where(date => date.Year is not null && !date.IsSince)
            .Select(date => dates.Resolve(date, isAhead: false))
            .FirstOrDefault();

    private static bool IsReference(Finding finding) =>
        finding.Subject.Any(place => finding.Elements[place].Mention is { Kind: MentionKind.Reference });

    private static bool IsDate(string date)
    {
        try
        {
            Edtf.Parse(date);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
