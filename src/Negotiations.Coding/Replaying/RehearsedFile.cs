using NodaTime;

namespace Negotiations.Coding;

/// <summary>What taking in a coded file comes to, as it was decided before anything was appended.</summary>
/// <param name="File">The file.</param>
/// <param name="Article">Identifier of the article.</param>
/// <param name="Append">The events; none where everything is there already.</param>
/// <param name="Definition">The negotiation, as it is defined then.</param>
/// <param name="Zone">The zone of the talks.</param>
/// <param name="Overlooked">The coder's corrections in the store that the file does not know.</param>
public sealed record RehearsedFile(
    string File,
    string Article,
    IReadOnlyList<NewEvent> Append,
    NegotiationDefined Definition,
    DateTimeZone Zone,
    IReadOnlyList<RecordedCorrection> Overlooked
)
{
    /// <summary>The corrections that are taken in.</summary>
    public IEnumerable<Correction> Corrections => Append.Select(added => added.Event).OfType<Correction>();

    /// <summary>The fields that each of them changes, by the identifier of its event.</summary>
    public IReadOnlyDictionary<Guid, IReadOnlyList<ChangedField>> Fields { get; init; } =
        new Dictionary<Guid, IReadOnlyList<ChangedField>>();

    /// <summary>The facts that the corrections change, where the replay was asked for them.</summary>
    public IReadOnlyList<CorrectionEffect> Effects { get; init; } = [];

    /// <summary>
    /// The other facts that they change for questions with a bound on the happened clock, where the replay was asked
    /// for them.
    /// </summary>
    public IReadOnlyList<HappenedEffect> HappenedEffects { get; init; } = [];

    /// <summary>The corrections among them that leave everything as it is, each with what is so already.</summary>
    public IReadOnlyList<(Correction Correction, string Same)> Idle { get; init; } = [];

    /// <summary>
    /// The coder's corrections in the store of reports that are retracted because they are gone from the file.
    /// </summary>
    public IReadOnlyList<RecordedCorrection> RetractedWithThem { get; init; } = [];

    /// <summary>
    /// Whether the version is in the store already, so that its corrections change what the store has answered.
    /// </summary>
    public bool IsOfStored => Append.All(added => added.Event is not ArticleVersionPublished);
}
