using Negotiations.Assistant.Names;
using Negotiations.Assistant.Patterns;
using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Rules;

/// <summary>A rule that was met in a sentence, with what its words say of the act.</summary>
internal sealed record Finding(Rule Rule, CodebookEntry Entry, SentenceReading Sentence, PatternMatch Match)
{
    /// <summary>The elements that are its subject; empty where the rule asks for none.</summary>
    public IReadOnlyList<int> Subject { get; init; } = [];

    public required VerbGroup Verb { get; init; }

    /// <summary>Who says it, unless the outlet does.</summary>
    public SpokenPart? Attribution { get; init; }

    public bool IsNegated { get; init; }

    public bool IsConditional { get; init; }

    public Mood Mood { get; init; }

    public IReadOnlyList<Element> Elements => Sentence.Elements;

    public bool HasSubject(string slot) => Rule.Pattern.Subject == slot;

    /// <summary>Those who fill a slot, or are its subject.</summary>
    public IReadOnlyList<NamedEntity> FindNamed(string slot) =>
        [.. FindMentions(slot).SelectMany(mention => mention.Entities).Distinct()];

    public IEnumerable<Mention> FindMentions(string slot) =>
        (HasSubject(slot) ? Subject : [])
            .Concat(Match.Find(slot))
            .Select(place => Elements[place].Mention)
            .OfType<Mention>();
}
