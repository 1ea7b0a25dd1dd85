namespace Negotiations.Assistant;

/// <summary>The types of a codebook as a model is told of them.</summary>
public static class TypeDefinitions
{
    /// <summary>The definitions, with what belongs to each type and what does not.</summary>
    public static IReadOnlyList<TypeDefinition> Read(Codebook codebook) =>
        [.. codebook.Entries.Select(entry => new TypeDefinition(entry.Type, Describe(entry)))];

    private static string Describe(CodebookEntry entry) =>
        string.Join(
            " ",
            entry
                .Include.Select(include => $"Includes: {include}")
                .Concat(entry.Exclude.Select(exclude => $"Not: {exclude}"))
                .Prepend(entry.Definition)
        );
}
