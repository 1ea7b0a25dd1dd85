using System.Text.Json.Nodes;
using Negotiations.Assistant.Dates;
using Negotiations.Assistant.Names;
using Negotiations.Assistant.Rules;
using Negotiations.Assistant.Texts;
using NodaTime;

namespace Negotiations.Assistant;

/// <summary>Turns what a model answered into proposals: only what stands in the text.</summary>
/// <param name="by">Which model.</param>
/// <param name="positions">Positions in code points.</param>
/// <param name="layout">The lines of the text.</param>
/// <param name="article">What is known of the article.</param>
/// <param name="definition">The file of the negotiation.</param>
/// <param name="zone">The zone of the talks.</param>
internal sealed class ModelProposals(
    string by,
    CodePoints positions,
    TextLayout layout,
    ArticleContext article,
    NegotiationDefined definition,
    DateTimeZone zone
)
{
    public Proposal Write(
        ActAnswer act,
        TypeAnswer answer,
        SentenceOfModel sentence,
        (int Start, int End) place,
        JsonObject details
    )
    {
        var modality = Enum.GetValues<Modality>()
            .FirstOrDefault(word => EnumText.Format(word) == answer.Modality, Modality.Reported);
        var actor = answer.Actor is { } doer ? sentence.FindMention(doer) : null;
        var date = FindDate(answer, sentence, modality);
        return new()
        {
            Type = answer.Type!,
            Actors = [.. (actor?.Entities ?? []).Select(entity => entity.Name)],
            Written = actor is { Entities.Count: > 0 } ? actor.Written : null,
            Target = answer.Target is { } target ? sentence.FindName(target) : null,
            Round = article.Round ?? FindRound(),
            Details = details,
            Happened = date?.Date,
            HappenedFrom = date?.Mention.Written,
            TimeOfDay = date?.Mention.TimeOfDay,
            LookingBack = answer.LookingBack,
            Modality = modality,
            Evidence = [positions.Convert(place.Start, place.End)],
            Chain = [.. ListLinks(act, sentence)],
            Sentence = positions.Convert(sentence.Sentence.Start, sentence.Sentence.End),
            By = by,
            Known = FindKnown(sentence),
            Summary = SummaryWriter.Write(
                answer.Type!,
                [.. (actor?.Entities ?? []).Select(entity => entity.Name)],
                answer.Target is { } other ? sentence.FindName(other) : null,
                details,
                modality
            ),
        };
    }

    private (string Date, DateMention Mention)? FindDate(
        TypeAnswer answer,
        SentenceOfModel sentence,
        Modality modality
    ) =>
        answer.When is { } when && FindDay(sentence) is { } day
            ? sentence.FindDate(
                when,
                day,
                modality is Modality.Planned or Modality.Possible or Modality.Conditional or Modality.Expected
                    ? Direction.Future
                    : Direction.Past
            )
            : null;

    private LocalDate? FindDay(SentenceOfModel sentence) =>
        (FindKnown(sentence) ?? article.Published)?.Time.InZone(zone).Date;

    private Publication? FindKnown(SentenceOfModel sentence) =>
        sentence.Entry > 0 && layout.Entries[sentence.Entry - 1] is { } time
            ? new Publication(time, PublicationBasis.Stated)
            : null;

    private IEnumerable<ProposedLink> ListLinks(ActAnswer act, SentenceOfModel sentence) =>
        new[] { act.Speaker, act.Through }
            .OfType<string>()
            .Select(sentence.FindMention)
            .OfType<Mention>()
            .DistinctBy(mention => (mention.First, mention.Last))
            .Select(mention =>
            {
                var (start, end) = sentence.Locate(mention);
                return new ProposedLink(
                    mention.Entity?.Name ?? mention.Written,
                    mention.Entity?.LinkKind ?? LinkKind.Unnamed,
                    mention.Entity is null ? mention.Side : null,
                    positions.Convert(start, end),
                    null
                );
            });

    // The round whose time holds the publication; the only one that is no background; else none in particular.
    private string FindRound()
    {
        var rounds = definition.Rounds.Where(round => !round.Background).ToList();
        var day = article.Published?.Time.InZone(zone).Date;
        var current = rounds.Where(round => day is { } date && round.When is { } when && Holds(when, date)).ToList();
        return current is [var only] ? only.Id
            : rounds is [var single] ? single.Id
            : Round.General;
    }

    private static bool Holds(Edtf when, LocalDate day) =>
        (when.Bounds.Earliest is not { } first || first <= day) && (when.Bounds.Latest is not { } last || day <= last);
}
