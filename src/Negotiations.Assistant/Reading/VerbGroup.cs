namespace Negotiations.Assistant.Reading;

/// <summary>A verb with what stands before it: its subject, auxiliaries and negation.</summary>
/// <param name="Subject">The element that does it; -1 where none was found.</param>
/// <param name="First">The first element of the group, an auxiliary or the verb.</param>
internal sealed record VerbGroup(int Subject, int First)
{
    /// <summary>Whether it is said not to be.</summary>
    public bool IsNegated { get; init; }

    /// <summary>How certain the words make it.</summary>
    public Mood Mood { get; init; }

    /// <summary>Whether it lies in the past, before the publication.</summary>
    public bool IsPast { get; init; }

    /// <summary>Whether the text looks back: "had said", "earlier said".</summary>
    public bool IsPerfect { get; init; }

    /// <summary>Whether it has a form of "be" before it.</summary>
    public bool HasBe { get; init; }
}

internal enum Mood
{
    Plain,
    Future,
    Possible,
    Expected,
    Demanded,
    Denied,
}
