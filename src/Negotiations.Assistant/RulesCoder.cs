using Negotiations.Assistant.Names;
using Negotiations.Assistant.Rules;
using Negotiations.Assistant.Texts;
using NodaTime;

namespace Negotiations.Assistant;

/// <summary>Proposes reports by the rules of a codebook: offline, deterministic, in time linear in the text.</summary>
/// <remarks>Immutable, so one may serve several threads.</remarks>
/// <param name="codebook">The codebook; <see cref="Codebook.Default"/> comes with the program.</param>
public sealed class RulesCoder(Codebook codebook)
{
    // From so many paragraphs follows what the text is about.
    private const int Preview = 300;

    /// <summary>The coder with the codebook that comes with the program.</summary>
    public RulesCoder()
        : this(Codebook.Default) { }

    /// <summary>What the rules propose for an article.</summary>
    /// <param name="text">The text in which positions are counted.</param>
    /// <param name="article">What is known of the article besides its text.</param>
    /// <param name="definition">The file of the negotiation.</param>
    /// <param name="cancellationToken">Stops the work between two paragraphs.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Draft Propose(
        NormalisedText text,
        ArticleContext article,
        NegotiationDefined definition,
        CancellationToken cancellationToken = default
    )
    {
        var positions = new CodePoints(text);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(definition.Zone) ?? DateTimeZone.Utc;
        var layout = TextLayout.Read(text.Value, positions, article, zone);
        var names = new MentionFinder(definition);
        var (parties, isAbout) = FindParties(text.Value, layout, names, definition);
        var reader = new ParagraphReader(text.Value, names, new(definition) { Sides = parties.Sides });
        var dropped = new Dictionary<string, int>(StringComparer.Ordinal);
        var proposals = new List<Proposal>();
        var entry = 0;
        var (matcher, builder) = Begin(0);
        foreach (var paragraph in layout.Paragraphs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (paragraph.Kind is ParagraphKind.Boilerplate or ParagraphKind.EntryTime)
                continue;
            // A text that names nobody of the negotiation is not about it, whatever "the board" in it means.
            if (!isAbout)
                continue;
            if (paragraph.Entry != entry)
            {
                entry = paragraph.Entry;
                (matcher, builder) = Begin(entry);
                reader.Forget();
            }

            foreach (var finding in reader.Read(paragraph).SelectMany(matcher.Find))
                proposals.Add(builder.Build(finding, paragraph.Kind == ParagraphKind.Heading));
        }

        return new()
        {
            Proposals =
            [
                .. proposals.Select(proposal =>
                    article.Acts.Count == 0
                        ? proposal
                        : proposal with
                        {
                            ActCandidates = ActMatcher.Find(proposal, article.Acts),
                        }
                ),
            ],
            Dropped =
            [
                .. dropped
                    .Select(pair => new DroppedProposals(pair.Key, pair.Value))
                    .OrderByDescending(one => one.Count)
                    .ThenBy(one => one.Reason, StringComparer.Ordinal),
            ],
            Links = NearDuplicates.Find(text, article.Texts),
            Notes = layout.Notes,
        };

        (Matcher Matcher, ProposalBuilder Builder) Begin(int number)
        {
            var time = number > 0 ? layout.Entries[number - 1] : null;
            var known = time is { } stated ? new Publication(stated, PublicationBasis.Stated) : null;
            var day = (time ?? article.Published?.Time)?.InZone(zone).Date;
            return (
                new(codebook, parties, new(day ?? default), dropped),
                new(text.Value, positions, definition, parties, day, known, article.Round)
            );
        }
    }

    /// <summary>Who, on whose word and when: what the sentence says in which some words stand, for a type that no
    /// rule proposes.</summary>
    /// <param name="text">The text in which positions are counted.</param>
    /// <param name="article">What is known of the article besides its text.</param>
    /// <param name="definition">The file of the negotiation.</param>
    /// <param name="words">The words.</param>
    public static SentenceFacts ReadFacts(
        NormalisedText text,
        ArticleContext article,
        NegotiationDefined definition,
        ProposedSpan words
    )
    {
        var positions = new CodePoints(text);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(definition.Zone) ?? DateTimeZone.Utc;
        var layout = TextLayout.Read(text.Value, positions, article, zone);
        var reader = new ParagraphReader(
            text.Value,
            new(definition),
            new(definition) { Sides = ListSides(definition) }
        );
        // What stands before them says whom "he" means.
        var sentences = layout
            .Paragraphs.Where(paragraph => positions.Convert(paragraph.Start) < words.End)
            .SelectMany(reader.Read);
        return new FactsReader(positions, article.Published?.Time.InZone(zone).Date).Read(
            sentences,
            words.Start,
            words.End
        );
    }

    private static List<NamedEntity> ListSides(NegotiationDefined definition) =>
        [.. definition.Entities.Where(entity => entity.Kind == EntityKind.Party).Take(2)];

    private static (Parties Parties, bool IsAbout) FindParties(
        string text,
        TextLayout layout,
        MentionFinder names,
        NegotiationDefined definition
    )
    {
        var reader = new ParagraphReader(text, names, new(definition));
        var sentences = layout
            .Paragraphs.Where(paragraph => paragraph.Kind is ParagraphKind.Body or ParagraphKind.Heading)
            .Take(Preview)
            .SelectMany(reader.Read)
            .ToList();
        return (
            new(definition, ListSides(definition), Venues.Find(sentences, definition)),
            sentences.Exists(sentence => sentence.Mentions.Any(mention => mention.IsByName))
        );
    }
}
