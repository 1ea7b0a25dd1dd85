using Negotiations.Assistant;
using NodaTime;

namespace Negotiations.Server.Desk;

/// <summary>What the rules propose for words that somebody has chosen.</summary>
internal static class SentenceProposals
{
    // With more, the reading of all acts would take longer than anybody waits for a page.
    private const int MostReports = 5_000;

    private static readonly string[] Facts = ["actor", "written", "chain", "happened", "happenedFrom"];

    /// <summary>The acts of a negotiation that the store has; none where they are too many to be listed.</summary>
    public static async Task<IReadOnlyList<KnownAct>> ReadActsAsync(
        MartenEventStore store,
        string negotiation,
        CancellationToken cancellationToken
    )
    {
        var log = await store.ReadLogAsync(negotiation, recordedBy: null, cancellationToken);
        return log.Events.Count > MostReports ? [] : KnownActs.Read(Answer.To(new Question(negotiation), log));
    }

    /// <summary>The proposals whose sentence has some of the words, each as the fields of a form.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="text">Its text.</param>
    /// <param name="talks">The negotiation.</param>
    /// <param name="acts">The acts that the store has.</param>
    /// <param name="chosen">The words, in code points.</param>
    /// <param name="cancellationToken">Stops the rules.</param>
    public static IReadOnlyList<FilledProposal> Find(
        CodingDraft draft,
        NormalisedText text,
        NegotiationDefined talks,
        IReadOnlyList<KnownAct> acts,
        (int Start, int End) chosen,
        CancellationToken cancellationToken
    )
    {
        var context = Describe(draft, acts);
        var found = new RulesCoder()
            .Propose(text, context, talks, cancellationToken)
            .Proposals.Where(proposal => proposal.Sentence.Start < chosen.End && chosen.Start < proposal.Sentence.End)
            .ToList();
        var file = DraftFile.Read(
            new SubmittedFile(
                "",
                DraftComposer.Write(
                    context.Round is null ? [] : new() { ["round"] = context.Round },
                    new Draft { Proposals = found },
                    text
                )
            )
        );
        return
        [
            .. found.Select(
                (proposal, place) =>
                    new FilledProposal(
                        place,
                        proposal.Type,
                        proposal.Summary,
                        proposal.By,
                        proposal.ActCandidates,
                        file.ReadForm(place)
                    )
            ),
        ];
    }

    /// <summary>What the sentence of some words says of actor, source and day, as the fields of a form; for a type
    /// that no rule proposes.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="text">Its text.</param>
    /// <param name="talks">The negotiation.</param>
    /// <param name="type">The type.</param>
    /// <param name="chosen">The words, in code points.</param>
    public static IReadOnlyDictionary<string, string> FindFacts(
        CodingDraft draft,
        NormalisedText text,
        NegotiationDefined talks,
        string type,
        (int Start, int End) chosen
    )
    {
        var words = new ProposedSpan(chosen.Start, chosen.End);
        var facts = RulesCoder.ReadFacts(text, Describe(draft, []), talks, words);
        var proposal = new Proposal
        {
            Type = type,
            Actors = facts.Actors,
            Written = facts.Written,
            Chain = facts.Chain,
            Happened = facts.Happened,
            HappenedFrom = facts.HappenedFrom,
            Round = Round.General,
            Details = [],
            Modality = Modality.Asserted,
            Evidence = [words],
            Sentence = words,
            By = "",
            Summary = "",
        };
        var file = DraftFile.Read(
            new SubmittedFile("", DraftComposer.Write([], new Draft { Proposals = [proposal] }, text))
        );
        return file.ReadForm(0)
            .Where(field => Facts.Contains(field.Key))
            .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
    }

    private static ArticleContext Describe(CodingDraft draft, IReadOnlyList<KnownAct> acts) =>
        new()
        {
            Published = draft.Published is { } published
                ? new(Instant.FromDateTimeOffset(published), PublicationBasis.Stated)
                : null,
            Round = draft.ReadFile().FindTop("round"),
            Acts = acts,
        };
}

/// <summary>A proposal as the fields of a form.</summary>
/// <param name="Number">Which it is among those of the sentence, counted from 0.</param>
/// <param name="Type">The type.</param>
/// <param name="Summary">What it says.</param>
/// <param name="By">The rule.</param>
/// <param name="Acts">Keys of acts that it may be a report of.</param>
/// <param name="Texts">The fields.</param>
public sealed record FilledProposal(
    int Number,
    string Type,
    string Summary,
    string By,
    IReadOnlyList<string> Acts,
    IReadOnlyDictionary<string, string> Texts
);
