using System.Text.Json.Serialization;

namespace Negotiations;

/// <summary>One report of one act, in one version of one article.</summary>
/// <remarks>
/// A new type of report is a record in the folder of its family. Reading, writing and the schema find it by themselves.
/// Its codes (<c>EventCodes</c>) and its section of a briefing (<c>Subjects</c>) are in <c>Negotiations.Formats</c>.
/// </remarks>
public abstract record Report : DomainEvent
{
    /// <summary>Identifier of the negotiation.</summary>
    public required string Negotiation { get; init; }

    /// <summary>Identifier of the article.</summary>
    public required string Article { get; init; }

    /// <summary>Name of the version of the article.</summary>
    public required string Version { get; init; }

    /// <summary>Identifier of the report, unique in the version.</summary>
    public required string Id { get; init; }

    /// <summary>Who acted or spoke; null where nobody is named.</summary>
    public Name? Actor { get; init; }

    /// <summary>The actor in the form that the article uses.</summary>
    public string? Written { get; init; }

    /// <summary>The side of the actor; null where the text is silent, never inferred.</summary>
    public Name? Side { get; init; }

    /// <summary>
    /// Whether the coded file gives the side itself, if only as unknown; else it follows from the actor.
    /// </summary>
    public bool SideIsWritten { get; init; }

    /// <summary>Counterparty or addressee.</summary>
    public Name? Target { get; init; }

    /// <summary>Further participants.</summary>
    public IReadOnlyList<Name>? Others { get; init; }

    /// <summary>Identifier of the round, or <see cref="Negotiations.Round.General"/>.</summary>
    public required string Round { get; init; }

    /// <summary>When the act of saying or doing took place; null where the text gives nothing.</summary>
    public Edtf? Happened { get; init; }

    /// <summary>The words from which <see cref="Happened"/> was resolved.</summary>
    public string? HappenedFrom { get; init; }

    /// <summary>The time of day of the act, where the text has it (see <see cref="Negotiations.TimeOfDay"/>).</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>Whether the text looks back on the act.</summary>
    public bool LookingBack { get; init; }

    /// <summary>
    /// When this could be known, where that is not the publication of the version: an entry of a live blog.
    /// </summary>
    public Publication? Known { get; init; }

    /// <summary>The chain of attribution, from the origin to the outlet; never empty.</summary>
    public required IReadOnlyList<ChainLink> Chain { get; init; }

    /// <summary>How close the source stands to the one whom the report is about.</summary>
    public required Standing Standing { get; init; }

    /// <summary>What the source commits itself to.</summary>
    public required Modality Modality { get; init; }

    /// <summary>Where in the text the report stands; never empty.</summary>
    public required IReadOnlyList<TextSpan> Evidence { get; init; }

    /// <summary>
    /// How sure the coder is of type, actor and date, from 1 to 5; it says nothing about the truth of the claim.
    /// </summary>
    public required int Certainty { get; init; }

    /// <summary>
    /// How credible it is, and its source in this case, by those who graded it; null where nobody did.
    /// </summary>
    public IReadOnlyList<Grade>? Grades { get; init; }

    /// <summary>Key of the underlying act, the same in every report of it; opaque.</summary>
    public required string Act { get; init; }

    /// <summary>Identifiers of reports of the same version that the text explicitly puts earlier.</summary>
    public IReadOnlyList<string>? PrecededBy { get; init; }

    /// <summary>The report in one sentence of our own.</summary>
    public required string Summary { get; init; }

    /// <summary>The values of facts that the report asserts.</summary>
    /// <remarks>
    /// A denial asserts nothing: where the opposite was said, it is coded as an event of its own type.
    /// </remarks>
    public IEnumerable<Assertion> Asserts() => Modality == Modality.Denied ? [] : WhenNotDenied();

    /// <summary>The values of facts that the report asserts unless it denies the act.</summary>
    protected abstract IEnumerable<Assertion> WhenNotDenied();

    /// <summary>Whether the source says that the act took place, and not only that it will or may.</summary>
    private protected bool TookPlace => Modality is Modality.Asserted or Modality.Reported;

    /// <summary>Whether the source says that it is so or will be: no mere possibility, condition or demand.</summary>
    private protected bool IsSettled => TookPlace || Modality is Modality.Planned or Modality.Expected;

    /// <summary>
    /// Who stands behind the act in the key of a fact: the side, else the actor, else nobody who is named.
    /// </summary>
    [JsonIgnore]
    protected string By => Side?.Id ?? Actor?.Id ?? "unnamed";

    /// <summary>A fact of its own for this act, whose only status is that it took place.</summary>
    private protected Assertion CreateActFact(
        string subject,
        string status,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) => new($"{subject}/{Act}", FactValue.WithStatus(status, [("by", Actor ?? Side), .. details]));
}
