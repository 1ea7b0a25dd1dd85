namespace Negotiations;

/// <summary>That the edits of a coded file are to be taken in as the coder's corrections that they are.</summary>
/// <param name="Reason">Why the coding was edited.</param>
/// <param name="Who">Who edited it.</param>
public sealed record EditsAsCorrections(string Reason, string? Who = null)
{
    /// <summary>Neither why nor who: that is for no log.</summary>
    public override string ToString() => "edits as corrections";
}
