using Negotiations.Assistant.Patterns;

namespace Negotiations.Assistant;

/// <summary>A pattern of a type, with the conditions under which it counts.</summary>
/// <param name="Name">Its name, such as <c>talks-offered/2</c>.</param>
/// <param name="Type">The type that it proposes.</param>
/// <param name="Pattern">What is looked for.</param>
internal sealed record Rule(string Name, string Type, Pattern Pattern)
{
    /// <summary>Whether the verb must, may or must not be negated.</summary>
    public Demand Negated { get; init; } = Demand.Forbidden;

    /// <summary>Whether a condition ("if …") must, may or must not stand in the sentence.</summary>
    public Demand Conditional { get; init; } = Demand.Allowed;

    /// <summary>The moods in which the verb may stand; empty for all.</summary>
    public IReadOnlyList<string> Moods { get; init; } = [];

    /// <summary>Who must say it: <c>own</c> side, <c>other</c>, or anybody where null.</summary>
    public string? Source { get; init; }

    /// <summary>Who the actor must be: <c>side</c>, <c>third</c>, <c>joint</c>, <c>person</c>, or anybody.</summary>
    public string? ActorIs { get; init; }

    /// <summary>Who the target must be, in the same words.</summary>
    public string? TargetIs { get; init; }

    /// <summary>Whether it must be at the <c>talks</c> or <c>elsewhere</c>.</summary>
    public string? At { get; init; }

    /// <summary>When it must be: <c>past</c> or <c>future</c>; null for any time.</summary>
    public string? Time { get; init; }

    /// <summary>Words of which none may stand in the sentence.</summary>
    public IReadOnlyList<string> Unless { get; init; } = [];

    /// <summary>Words of which one must stand in the sentence.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The modality, where the words say nothing else.</summary>
    public Modality? Modality { get; init; }

    /// <summary>Whether the actor is who speaks, and not the subject.</summary>
    public bool IsActorSpeaker { get; init; }

    /// <summary>Details with a value of their own.</summary>
    public IReadOnlyDictionary<string, string> Sets { get; init; } = new Dictionary<string, string>();

    /// <summary>See <see cref="Proposal.Confidence"/>.</summary>
    public double Confidence { get; init; } = 0.8;

    /// <summary>The line of the codebook, counted from 1.</summary>
    public int Line { get; init; }
}

internal enum Demand
{
    Forbidden,
    Allowed,
    Required,
}
