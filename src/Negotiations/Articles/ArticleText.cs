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
}
