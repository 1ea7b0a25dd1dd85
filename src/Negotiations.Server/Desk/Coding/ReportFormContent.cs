namespace Negotiations.Server.Desk;

/// <summary>The form of one report.</summary>
/// <param name="Id">Identifier of the report; null for one that is yet to be added.</param>
/// <param name="Type">Its type.</param>
/// <param name="Definition">What the type means.</param>
/// <param name="Fields">Its fields.</param>
public sealed record ReportFormContent(string? Id, string Type, string Definition, IReadOnlyList<DeskField> Fields)
{
    private static readonly string[] Rare =
    [
        "f.written",
        "f.side",
        "f.others",
        "f.timeOfDay",
        "f.lookingBack",
        "f.ended",
        "f.covers",
        "f.known",
        "f.standing",
        "f.precededBy",
    ];

    private static readonly string[] Order =
    [
        "f.evidence",
        "f.summary",
        "f.actor",
        "f.target",
        "f.details.",
        "f.chain",
        "f.happened",
        "f.happenedFrom",
        "f.modality",
        "f.issue",
        "f.round",
        "f.act",
        "f.certainty",
    ];

    /// <summary>What is wrong with the whole report.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The rule that proposed it; null where nobody did.</summary>
    public string? By { get; init; }

    /// <summary>The fields as they were when the form was opened, as JSON; null for a report that is new.</summary>
    public string? Base { get; init; }

    /// <summary>The fields that were filled in from the sentence, though no rule proposed the report.</summary>
    public IReadOnlyList<string> Proposed
    {
        get;
        init
        {
            field = value;
            Fields =
            [
                .. Fields.Select(one =>
                    one with
                    {
                        IsProposed = value.Contains(one.Name[DeskForm.ReportPrefix.Length..]),
                    }
                ),
            ];
        }
    } = [];

    /// <summary>Whether it is a proposal that is yet to be decided.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The fields that most reports have.</summary>
    public IEnumerable<DeskField> Usual => ListUsual(Fields);

    /// <summary>The fields that few have.</summary>
    public IReadOnlyList<DeskField> Others => ListOthers(Fields);

    /// <summary>The fields in which something is wrong.</summary>
    public IReadOnlyList<DeskField> Wrong => [.. Fields.Where(one => one.Errors.Count > 0)];

    /// <summary>Of some fields those that most reports have, the details where they are read.</summary>
    internal static IReadOnlyList<DeskField> ListUsual(IReadOnlyList<DeskField> fields) =>
        [
            .. Order.SelectMany(name =>
                fields.Where(field =>
                    name.EndsWith('.') ? field.Name.StartsWith(name, StringComparison.Ordinal) : field.Name == name
                )
            ),
        ];

    /// <summary>Of some fields those that few reports have.</summary>
    internal static IReadOnlyList<DeskField> ListOthers(IReadOnlyList<DeskField> fields) =>
        [.. Rare.SelectMany(name => fields.Where(field => field.Name == name))];

    /// <summary>The form of a report.</summary>
    /// <param name="talks">The negotiation.</param>
    /// <param name="id">Identifier of the report; null for one that is yet to be added.</param>
    /// <param name="texts">What stands in its fields, its type among them.</param>
    /// <param name="errors">What is wrong, by the field of the coded file.</param>
    /// <param name="published">When the article came out; null where nobody says.</param>
    /// <param name="others">What somebody else has saved meanwhile; null where nobody has.</param>
    internal static ReportFormContent Create(
        NegotiationDefined talks,
        string? id,
        IReadOnlyDictionary<string, string> texts,
        IReadOnlyList<(string Field, string Message)> errors,
        DateTimeOffset? published,
        IReadOnlyDictionary<string, string>? others = null
    )
    {
        var type = texts.GetValueOrDefault("type", "");
        var fields = ReportForm.ListFields(type).Where(field => field.Kind != FormKind.Type).ToList();
        var placed = errors
            .Select(error => (Field: FindField(FindMissing(error), fields), error.Message))
            .ToLookup(error => error.Field, error => error.Message);
        return new(
            id,
            type,
            Assistant.Codebook.Default.Find(type)?.Definition ?? "",
            [
                .. fields.Select(field =>
                {
                    var value = texts.GetValueOrDefault(field.Name, "");
                    var other = others?.GetValueOrDefault(field.Name, "");
                    return FieldLabels.Create(field, talks, published) with
                    {
                        Value = value,
                        Errors = [.. placed[field.Name]],
                        Other = other is null || ReportForm.AreSame(field, other, value) ? null : other,
                    };
                }),
            ]
        )
        {
            Errors = [.. placed[""]],
        };
    }

    // What is missing is said of the whole report.
    private static string FindMissing((string Field, string Message) error) =>
        error.Message.Split('\'') is ["", var name, var rest, ..]
        && rest.StartsWith(" is missing", StringComparison.Ordinal)
            ? name
            : error.Field;

    // An error names a field of a coded file, such as chain[1].words.
    private static string FindField(string field, IReadOnlyList<FormField> fields) =>
        fields
            .Select(known => known.Name)
            .Where(known =>
                field == known
                || field.StartsWith($"{known}[", StringComparison.Ordinal)
                || field.StartsWith($"{known}.", StringComparison.Ordinal)
            )
            .OrderByDescending(known => known.Length)
            .FirstOrDefault("");
}
