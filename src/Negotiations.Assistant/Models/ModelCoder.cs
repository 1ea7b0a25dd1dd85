using Negotiations.Assistant.Texts;
using NodaTime;

namespace Negotiations.Assistant;

/// <summary>Proposes reports by asking a language model, step by step.</summary>
/// <remarks>
/// A model only points: every act, name and date is found in the sentence exactly where it says, or dropped and
/// counted. Names and dates are resolved by the rules, from the negotiation's file and the publication.
/// </remarks>
/// <param name="settings">Which model.</param>
/// <param name="types">The types among which it chooses.</param>
/// <param name="cache">Where its answers are kept; null: nowhere.</param>
public sealed class ModelCoder(ModelSettings settings, IReadOnlyList<TypeDefinition> types, AnswerCache? cache = null)
{
    // Few enough that none is passed over, many enough that the context of each is there.
    private const int SentencesAtOnce = 12;

    // Nobody has measured how often it is right on this negotiation.
    private const double Confidence = 0.6;

    /// <summary>What the model proposes for an article.</summary>
    /// <param name="text">The text in which positions are counted.</param>
    /// <param name="article">What is known of the article besides its text.</param>
    /// <param name="definition">The file of the negotiation.</param>
    /// <param name="progress">Told after each sentence.</param>
    /// <param name="cancellationToken">Stops the work; what was answered is kept.</param>
    /// <exception cref="ModelUnavailableException">The service refuses a question, or does not answer.</exception>
    public async Task<Draft> ProposeAsync(
        NormalisedText text,
        ArticleContext article,
        NegotiationDefined definition,
        IProgress<ModelProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        using var conversation = new ModelConversation(settings, cache);
        var positions = new CodePoints(text);
        var zone = DateTimeZoneProviders.Tzdb[definition.Zone];
        var layout = TextLayout.Read(text.Value, positions, article, zone);
        var sentences = SentenceOfModel.Read(text.Value, layout, definition).ToList();
        var writer = new ModelProposals($"model {settings.Model}", positions, layout, article, definition, zone);
        var dropped = new Dictionary<string, int>(StringComparer.Ordinal);
        var proposals = new List<Proposal>();
        for (var from = 0; from < sentences.Count; from += SentencesAtOnce)
        {
            var asked = sentences.Skip(from).Take(SentencesAtOnce).ToList();
            if (conversation.IsSpent)
            {
                Drop("the budget of tokens was spent", asked.Count);
                continue;
            }

            var acts = await ActsQuestion.AskAsync(
                conversation,
                definition,
                [.. asked.Select(sentence => sentence.Text)],
                cancellationToken
            );
            if (acts is null)
                Drop("the model gave no answer in the form that was asked for");
            foreach (var act in acts ?? [])
            {
                if (await ReadAsync(act, asked) is { } proposal)
                    proposals.Add(proposal);
            }

            progress?.Report(new(Math.Min(from + SentencesAtOnce, sentences.Count), sentences.Count, conversation.Use));
        }

        return new()
        {
            Proposals =
            [
                .. proposals
                    .DistinctBy(proposal => (proposal.Type, proposal.Evidence[0]))
                    .OrderBy(proposal => proposal.Evidence[0].Start),
            ],
            Dropped =
            [
                .. dropped
                    .Select(reason => new DroppedProposals(reason.Key, reason.Value))
                    .OrderByDescending(reason => reason.Count)
                    .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
            ],
            Notes = layout.Notes,
        };

        async Task<Proposal?> ReadAsync(ActAnswer act, IReadOnlyList<SentenceOfModel> asked)
        {
            if (act.Sentence is not { } number || number < 1 || number > asked.Count || act.Words is not { } words)
                return Drop("the model named no sentence that it was asked about");
            var sentence = asked[number - 1];
            if (sentence.Find(words) is not { } place)
                return Drop("the words that the model quotes do not stand in the sentence");
            if (conversation.IsSpent)
                return Drop("the budget of tokens was spent");
            var answer = await TypeQuestion.AskAsync(conversation, words, sentence.Text, types, cancellationToken);
            if (answer?.Type is null or TypeQuestion.None)
                return Drop("the model found no type that fits");
            if (types.All(type => type.Name != answer.Type) || ReportTypes.Find(answer.Type) is not { } type)
                return Drop("the model named a type that there is not");
            if (conversation.IsSpent)
                return Drop("the budget of tokens was spent");
            var details = await DetailsQuestion.AskAsync(conversation, type, words, sentence, cancellationToken);
            return writer.Write(act, answer, sentence, place, details) with { Confidence = Confidence };
        }

        Proposal? Drop(string reason, int count = 1)
        {
            dropped[reason] = dropped.GetValueOrDefault(reason) + count;
            return null;
        }
    }
}
