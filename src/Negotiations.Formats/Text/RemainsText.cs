namespace Negotiations.Formats;

/// <summary>What the server's files still have of what was erased, in words.</summary>
public static class RemainsText
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Describe(ErasureRemains remains)
    {
        if (remains.AreGone)
        {
            yield return "The server's tables and statistics have nothing of it any more.";
            yield break;
        }

        yield return "NOT YET GONE: files of the server may still have what was erased "
            + $"({string.Join(", ", remains.Tables)}), though no answer has it.";
        yield return remains.HeldBy.Count == 0
            ? "Something that this user cannot see keeps it there: an older transaction, a backup under "
                + "way, or that the user may not vacuum these tables."
            : $"What keeps it there: {string.Join("; ", remains.HeldBy)}.";
        yield return "Once that has ended, run: negotiations erase --finish";
    }
}
