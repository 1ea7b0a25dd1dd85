using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Names;

/// <summary>Finds who and what a sentence names, from left to right, the longest first.</summary>
internal sealed class MentionFinder
{
    private readonly FormTable forms;
    private readonly Offices offices;

    public MentionFinder(NegotiationDefined definition)
    {
        forms = new(definition);
        offices = new(definition, forms);
    }

    /// <summary>The mentions of a sentence, in order, none within another.</summary>
    public List<Mention> Find(Sentence sentence, string text, Discourse discourse)
    {
        var reading = new MentionReading(sentence.Tokens, text, forms, offices, discourse);
        for (var i = 0; i < sentence.Tokens.Count; )
        {
            var mention = reading.ReadAt(i);
            if (mention is not null)
                reading.Found.Add(mention);
            i = mention is null ? i + 1 : mention.Last + 1;
        }

        return reading.Found;
    }
}
