namespace Negotiations.Cli.Options;

/// <summary>The form of a result.</summary>
internal enum OutputFormat
{
    /// <summary>For people, on a terminal.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For people, to paste.</summary>
    Markdown,

    /// <summary>For spreadsheets.</summary>
    Csv,

    /// <summary>For people, to hand over: a page of its own.</summary>
    Html,
}
