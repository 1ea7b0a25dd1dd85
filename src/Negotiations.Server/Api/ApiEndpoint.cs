namespace Negotiations.Server;

/// <summary>An endpoint of the API: what it is given, what it answers, and who may ask it.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">Its address, with parameters in braces.</param>
/// <param name="Summary">What it answers or does, in a line.</param>
internal sealed record ApiEndpoint(string Method, string Route, string Summary)
{
    /// <summary>Whose requests that change something it carries out; an administrator's always.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The parameters of its query.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>The headers that it reads.</summary>
    public IReadOnlyList<ApiParameter> Headers { get; init; } = [];

    /// <summary>The schema of the answer in docs/schema; null: it is no JSON.</summary>
    public string? Schema { get; init; }

    /// <summary>The media type of the answer; null: it has no body.</summary>
    public string? MediaType { get; init; } = "application/json";

    /// <summary>The schema of what is sent; null: nothing is.</summary>
    public string? Body { get; init; }

    /// <summary>Whether what is sent may be YAML.</summary>
    public bool IsYaml { get; init; }

    /// <summary>Whether whoever has the answer of a tag is told that it is the same still.</summary>
    public bool IsTagged { get; init; }

    /// <summary>The kinds of errors, by status, that only some endpoints have.</summary>
    public IReadOnlyList<int> Errors { get; init; } = [];
}

/// <summary>A parameter of the API.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Values">The values that it can have; null: others too.</param>
internal sealed record ApiParameter(
    string Name,
    string Description,
    bool IsRequired = false,
    IReadOnlyList<string>? Values = null
);
