using Negotiations.Assistant.Names;
using Negotiations.Assistant.Reading;
using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Rules;

/// <summary>Writes who says it and through whom.</summary>
internal sealed class ChainBuilder(CodePoints positions)
{
    /// <summary>The chain of a finding, origin first; empty where the outlet speaks itself.</summary>
    public IReadOnlyList<ProposedLink> Build(Finding finding)
    {
        if (finding.Attribution is { Speaker: not null } attribution)
            return Build(attribution, finding.Sentence);

        // What somebody says by the act itself comes from him.
        var actor = finding.FindMentions("actor").Concat(finding.FindMentions("person")).FirstOrDefault();
        return IsSaid(finding) && actor?.Entity is not null ? [CreateLink(actor, finding.Sentence)] : [];
    }

    /// <summary>The chain of what is said in a sentence.</summary>
    public IReadOnlyList<ProposedLink> Build(SpokenPart attribution, SentenceReading sentence)
    {
        if (attribution.Speaker is not { } speaker)
            return [];
        var named = attribution.In ?? sentence;
        var links = new List<ProposedLink> { CreateLink(speaker, named) };
        if (attribution.Through is { } through && through.Entity != speaker.Entity)
            links.Add(CreateLink(through, named));
        return links;
    }

    private static bool IsSaid(Finding finding)
    {
        var word = finding.Elements[finding.Match.First].Word;
        return !finding.IsNegated
            && (
                finding.Entry.IsSaying
                || WordClasses.Saying.Contains(word)
                || word is "offered" or "offers" or "suggested"
            );
    }

    private ProposedLink CreateLink(Mention mention, SentenceReading sentence)
    {
        var tokens = sentence.Sentence.Tokens;
        var (first, last) = mention.IsSource ? (mention.First, mention.Last) : mention.Core;
        var span = positions.Convert(tokens[first].Start, tokens[last].End);
        if (mention.Entity is { } entity)
            return new(entity.Name, entity.LinkKind, null, span, null);
        return mention.IsSource
            ? new(mention.Written.Length > 0 ? mention.Written : null, LinkKind.Unnamed, mention.Side, span, null)
            : new(mention.Written, LinkKind.Unnamed, mention.Side, span, null);
    }
}
