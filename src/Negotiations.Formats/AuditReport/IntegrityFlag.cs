namespace Negotiations.Formats;

/// <summary>That something is not, or is no longer, as it was recorded: said wherever it stands.</summary>
/// <param name="Word">One of the words of this type, for beside a number.</param>
/// <param name="Sentence">What it is.</param>
public sealed record IntegrityFlag(string Word, string Sentence)
{
    /// <summary>An event does not fit the hash chain.</summary>
    public const string Altered = "Altered";

    /// <summary>A file with the name of a text is neither that nor another version's.</summary>
    public const string Differs = "Text differs";

    /// <summary>The words in the text are not those that were coded, or the text is another one.</summary>
    public const string Orphaned = "Orphaned";

    /// <summary>The file of a text is there and cannot be read.</summary>
    public const string Unread = "Text unread";

    /// <summary>What bore on it was erased by right: no finding, but it says less than it did.</summary>
    public const string Erased = "Erased";

    /// <summary>A checkpoint contradicts the record, so that nothing shows that it is what was recorded.</summary>
    public const string Unproven = "Unproven";

    /// <summary>Whether it is a finding of the audit.</summary>
    public bool IsFinding => Word != Erased;
}
