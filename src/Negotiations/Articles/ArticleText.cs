namespace Negotiations;

/// <summary>A text of an article that somebody holds.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Text">The text; null where the file cannot be read as one.</param>
public sealed record ArticleText(string File, NormalisedText? Text)
{
    /// <summary>The file with its folder, to find it by; its name alone where no folder is known.</summary>
    public string Path { get; init; } = File;

    /// <summary>Why the file cannot be read; null where it can.</summary>
    public string? Problem { get; init; }

    /// <summary>What the page says of the article; null for plain text.</summary>
    public ArticleMetadata? Metadata { get; init; }

    /// <summary>Version of the rules by which it was taken from a page; null for plain text.</summary>
    public int? PageRules { get; init; }

    /// <summary>The same page as other versions of the rules read it; none for plain text.</summary>
    public IReadOnlyList<ArticleText> OtherReadings { get; init; } = [];

    /// <summary>The text by a version of the rules; this one for plain text, or if it was not read by them.</summary>
    public ArticleText ReadBy(int rules) =>
        PageRules == rules ? this : OtherReadings.FirstOrDefault(other => other.PageRules == rules) ?? this;

    /// <summary>The same text, and its other readings, under the name that a version gives it.</summary>
    public ArticleText Named(string name) =>
        this with
        {
            File = name,
            OtherReadings = [.. OtherReadings.Select(other => other with { File = name })],
        };
}
