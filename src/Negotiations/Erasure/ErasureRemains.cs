namespace Negotiations;

/// <summary>Whether what was erased still stands in files of the server, where no query reads it any more.</summary>
/// <param name="Tables">The tables whose files may still have it; none where it is gone.</param>
/// <param name="HeldBy">Who keeps the server from clearing it away, as far as the user of the connection may see
/// that.</param>
public sealed record ErasureRemains(IReadOnlyList<string> Tables, IReadOnlyList<string> HeldBy)
{
    /// <summary>Whether it is gone.</summary>
    public bool AreGone => Tables.Count == 0;
}
