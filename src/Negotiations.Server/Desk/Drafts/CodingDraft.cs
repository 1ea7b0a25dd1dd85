namespace Negotiations.Server.Desk;

/// <summary>An article that somebody codes at the desk, until it is recorded or given up.</summary>
/// <remarks>It holds the text of the article. docs/server.md says for how long.</remarks>
public sealed class CodingDraft
{
    /// <summary>The most that a text has which is coded at the desk, in bytes of UTF-8.</summary>
    // A longer one takes the rules more seconds than anybody waits for a page, and every step checks all reports anew.
    public const int MostText = 50_000;

    /// <summary>The most that the draft of a coded file has, in characters.</summary>
    public const int MostCoded = 2_000_000;

    /// <summary>How many drafts somebody may have at the same time.</summary>
    public const int MostOfOne = 50;

    /// <summary>How many drafts there may be.</summary>
    public const int MostOfAll = 1_000;

    /// <summary>Identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>Who began it; null for the only user.</summary>
    public string? Owner { get; init; }

    /// <summary>Identifier of the negotiation.</summary>
    public string Negotiation { get; init; } = "";

    /// <summary>Identifier of the article.</summary>
    public string Article { get; init; } = "";

    /// <summary>Title of the article; null where it has none.</summary>
    public string? Title { get; set; }

    /// <summary>The name that the coded file has for the text.</summary>
    public string TextFile { get; init; } = "";

    /// <summary>The text, normalised.</summary>
    public string Text { get; init; } = "";

    /// <summary>The coded file as it is now.</summary>
    public string Coded { get; set; } = "";

    /// <summary>The coded file before the last step; null where nothing can be undone.</summary>
    public string? Before { get; set; }

    /// <summary>What the last step was; null where nothing can be undone.</summary>
    public string? LastStep { get; set; }

    /// <summary>When the article came out; null where the draft was begun without.</summary>
    public DateTimeOffset? Published { get; set; }

    /// <summary>What the rules left out of their proposals, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many reports it has that would be recorded.</summary>
    public int Reports { get; set; }

    /// <summary>How many proposals nobody has decided.</summary>
    public int Open { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset Saved { get; set; }

    /// <summary>Who saved it last; null for the only user.</summary>
    public string? SavedBy { get; set; }

    /// <summary>How often it was saved; who saves says which they have seen.</summary>
    public long Version { get; set; }

    /// <summary>Takes another coded file in, after a step.</summary>
    internal void Take(DraftFile file)
    {
        Coded = file.Text;
        Open = file.Events.Count(report => report.IsOpen);
        Reports = file.Events.Count(report => report.By is null || report.Decision == ReviewDecision.Accepted);
    }

    /// <summary>The coded file.</summary>
    internal DraftFile ReadFile() => DraftFile.Read(new SubmittedFile($"{Article}.yaml", Coded));

    /// <summary>Where the text is found when the coded file is read.</summary>
    internal ArticleTexts FindTexts() => new OneArticleText(TextFile, new NormalisedText(Text));
}
