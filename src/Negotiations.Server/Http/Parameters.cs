namespace Negotiations.Server;

/// <summary>The parameters of a request. Each is given at most once, and none is unknown.</summary>
// If it ignored a mistyped parameter, the server would answer another question.
internal sealed class Parameters
{
    public const string RecordedBy = "recorded-by";

    public static readonly IReadOnlyList<string> Bounds = ["known-by", "happened-by", RecordedBy];

    private readonly IQueryCollection query;

    /// <exception cref="WrongParameterException">One is unknown, given twice, or has what no text can have.</exception>
    public Parameters(HttpRequest request, params IReadOnlyList<string> known)
    {
        query = request.Query;
        if (query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } other)
            throw new WrongParameterException(
                other,
                $"there is no parameter '{other}'; there are {string.Join(", ", known)}"
            );
        if (query.FirstOrDefault(pair => pair.Value.Count > 1) is { Key: { } twice })
            throw new WrongParameterException(twice, $"'{twice}' is given twice");
        foreach (var (name, value) in query)
        {
            if (ForbiddenCharacters.FindProblem(value.ToString()) is { } problem)
                throw new WrongParameterException(name, problem);
        }
    }

    public string? this[string name] => query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <exception cref="WrongParameterException">It is missing.</exception>
    public string Required(string name) =>
        this[name] is { Length: > 0 } value ? value : throw new WrongParameterException(name, $"'{name}' is missing");

    /// <exception cref="WrongParameterException">It is neither true nor false.</exception>
    public bool Flag(string name) =>
        this[name] switch
        {
            null or "false" => false,
            "true" => true,
            var other => throw new WrongParameterException(name, $"'{other}' is neither true nor false"),
        };

    /// <summary>
    /// The last position of the record on which the answer hangs, where the request names positions; else null.
    /// </summary>
    public ProvenPosition? FindPosition() =>
        this["clock"] == "recorded"
            ? FindLater(ProvenPosition.Find(this["from"]), ProvenPosition.Find(this["to"]))
            : ProvenPosition.Find(this[RecordedBy]);

    private static ProvenPosition? FindLater(ProvenPosition? from, ProvenPosition? to) =>
        from is { } one && to is { } other ? (one.Position > other.Position ? one : other) : null;

    public QuestionText Question(string negotiation) =>
        new(negotiation, this[Bounds[0]], this[Bounds[1]], this[Bounds[2]]);
}

/// <summary>A parameter of a request that is missing, unknown or wrong.</summary>
internal sealed class WrongParameterException(string name, string message) : WrongInputException(message)
{
    public string Name { get; } = name;
}
