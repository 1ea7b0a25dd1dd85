namespace Negotiations.Server;

/// <summary>
/// The parameters of a request: each at most once, and none that nobody reads, which would answer another question.
/// </summary>
internal sealed class Parameters
{
    /// <summary>The bounds of a question.</summary>
    public static readonly IReadOnlyList<string> Bounds = ["known-by", "happened-by", "recorded-by"];

    private readonly IQueryCollection query;

    /// <summary>Reads the parameters of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="known">The names of those that it may have.</param>
    /// <exception cref="WrongParameterException">It has another one, or one of them twice.</exception>
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
        if (query.FirstOrDefault(pair => pair.Value.ToString().Contains('\0')) is { Key: { } broken })
            throw new WrongParameterException(broken, "there is the character U+0000 (%00) in it");
    }

    /// <summary>The value of a parameter; null where it is not given.</summary>
    public string? this[string name] => query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The value of a parameter that must be given.</summary>
    /// <exception cref="WrongParameterException">It is not.</exception>
    public string Required(string name) =>
        this[name] is { Length: > 0 } value ? value : throw new WrongParameterException(name, $"'{name}' is missing");

    /// <summary>The question with the bounds that are given.</summary>
    /// <param name="negotiation">Identifier of the negotiation.</param>
    public QuestionText Question(string negotiation) =>
        new(negotiation, this[Bounds[0]], this[Bounds[1]], this[Bounds[2]]);
}
