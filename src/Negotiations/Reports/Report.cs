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

    /// <summary>Who did the act together with the actor; null where the actor acted alone.</summary>
    public IReadOnlyList<Doer>? Joint { get; init; }

    /// <summary>Identifier of the round, or <see cref="Negotiations.Round.General"/>.</summary>
    public required string Round { get; init; }

    /// <summary>The other rounds that the report speaks of, where the text speaks of several.</summary>
    public IReadOnlyList<string>? FurtherRounds { get; init; }

    /// <summary>The issue of the negotiation on which the report bears; null where it bears on none.</summary>
    public Name? Issue { get; init; }

    /// <summary>Whether the text says that what the report tells no longer holds.</summary>
    public bool Ended { get; init; }

    /// <summary>When the act of saying or doing took place; null where the text gives nothing.</summary>
    public Edtf? Happened { get; init; }

    /// <summary>The words from which <see cref="Happened"/> was resolved.</summary>
    public string? HappenedFrom { get; init; }

    /// <summary>The time of day of the act, where the text has it (see <see cref="Negotiations.TimeOfDay"/>).</summary>
    public string? TimeOfDay { get; init; }

    /// <summary>Whether the text looks back on the act.</summary>
    public bool LookingBack { get; init; }

    /// <summary>
    /// The days whose news the article, or the entry of a live blog, tells; null where the coded file does not say. It
    /// dates an act that nothing else dates.
    /// </summary>
    public Edtf? Covers { get; init; }

    /// <summary>
    /// When this could be known, where that is not the publication of the version: an entry of a live blog.
    /// </summary>
    public Publication? Known { get; init; }

    /// <summary>The chain of attribution, from the origin to the outlet; never empty.</summary>
    public required IReadOnlyList<ChainLink> Chain { get; init; }

    /// <summary>How close the source stands to the one whom the report is about.</summary>
    public required Standing Standing { get; init; }

    /// <summary>
    /// Whether the standing follows from actor, chain and sides; else the coded file gives it itself.
    /// </summary>
    public bool StandingIsDerived { get; init; }

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

    /// <summary>Where it comes from, if a program proposed it; null where somebody coded it by hand.</summary>
    public ReportProposal? Proposed { get; init; }

    /// <summary>Who did the act: the actor, and who did it together with him; empty where nobody is named.</summary>
    [JsonIgnore]
    public IEnumerable<Name> Doers =>
        (Actor is null ? [] : new[] { Actor }).Concat((Joint ?? []).Select(doer => doer.Name));

    /// <summary>The values of facts that the report asserts, each with the key of its fact, once.</summary>
    /// <remarks>
    /// A denial asserts nothing: where the opposite was said, it is coded as an event of its own type.
    /// </remarks>
    public IEnumerable<AssertedFact> AssertedFacts() => Modality == Modality.Denied ? [] : ListFacts();

    /// <summary>The facts that the report would assert if it did not deny them; empty where it denies
    /// nothing.</summary>
    public IEnumerable<AssertedFact> DeniedFacts() =>
        Modality == Modality.Denied ? (this with { Modality = Modality.Asserted }).ListFacts() : [];

    // An act in several rounds gives each of them its facts, and a joint act gives each of its actors theirs.
    private IEnumerable<AssertedFact> ListFacts() =>
        FurtherRounds is null && Joint is null
            ? ListOwnFacts()
            : new[] { Round }
                .Concat(FurtherRounds ?? [])
                .Select(round => this with { Round = round, FurtherRounds = null })
                .SelectMany(report => report.Joint?.Select(report.ActingAlone).Prepend(report) ?? [report])
                .SelectMany(report => report.ListOwnFacts())
                .DistinctBy(fact => fact.Key);

    private Report ActingAlone(Doer doer) => this with { Actor = doer.Name, Side = doer.Side, Joint = null };

    private IEnumerable<AssertedFact> ListOwnFacts() =>
        WhenNotDenied()
            .Select(assertion => new AssertedFact($"{Round}/{assertion.Subject}", assertion))
            .DistinctBy(fact => fact.Key);

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
    protected string Behind => Side?.Id ?? Actor?.Id ?? "unnamed";

    /// <summary>Whether the act of saying took place: what is demanded, or said on a condition, was said.</summary>
    private protected bool WasSaid => TookPlace || Modality is Modality.Conditional or Modality.Demanded;

    /// <summary>
    /// The segment of a key for what reports of several acts share: the slug of its name, or the act where it has none.
    /// </summary>
    internal string NameOrAct(string? name) => Slug.From(name ?? "") is { Length: > 0 } slug ? slug : Act;

    /// <summary>Those to whom a detail says that the act is directed; where it names nobody, the target.</summary>
    internal object? OrTarget(IReadOnlyList<Name>? names) => OneOrSeveral(names) ?? Target;

    /// <summary>Those who did the act, as a detail names them; where it names nobody, as <see cref="Who"/>.</summary>
    internal object? OrWho(IReadOnlyList<Name>? names) => OneOrSeveral(names) ?? Who;

    // One name stands in a value as such, several as a list.
    private static object? OneOrSeveral(IReadOnlyList<Name>? names) =>
        names switch
        {
            null or [] => null,
            [var only] => only,
            _ => names,
        };

    /// <summary>Who did the act, for a value: the actor and who acted with him, else the side.</summary>
    [JsonIgnore]
    internal object? Who => Joint is null ? Actor ?? Side : Doers.ToList();

    /// <summary>A fact of its own for this act, whose only status is that it took place.</summary>
    private protected Assertion CreateActFact(
        string subject,
        string status,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) => new($"{subject}/{Act}", FactValue.WithStatus(status, [("by", Who), .. details]));
}

/// <summary>One of those who did an act together.</summary>
/// <param name="Name">Who.</param>
/// <param name="Side">The side on which he is; null where it is not known.</param>
public sealed record Doer(Name Name, Name? Side = null);

/// <summary>A value that a report gives a fact.</summary>
/// <param name="Key">Key of the fact, with its round.</param>
/// <param name="Assertion">The value, and what it can displace.</param>
public sealed record AssertedFact(string Key, Assertion Assertion);
