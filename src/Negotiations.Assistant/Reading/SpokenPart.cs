using Negotiations.Assistant.Names;

namespace Negotiations.Assistant.Reading;

/// <summary>Somebody says a part of a sentence.</summary>
/// <param name="Speaker">Who says it; without a name and a description for "reportedly".</param>
/// <param name="Verb">The element of the verb or word by which it is said; -1 where it is said in another
/// sentence.</param>
/// <param name="First">The first element that is said.</param>
/// <param name="Last">The last element that is said.</param>
internal sealed record SpokenPart(Mention? Speaker, int Verb, int First, int Last)
{
    /// <summary>The agency or outlet to which it is said or which tells of it.</summary>
    public Mention? Through { get; init; }

    /// <summary>Where the speaker is named, where that is another sentence; else this one.</summary>
    public SentenceReading? In { get; init; }

    public bool Covers(int place) => place >= First && place <= Last;
}
