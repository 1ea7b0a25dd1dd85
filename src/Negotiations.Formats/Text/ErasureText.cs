namespace Negotiations.Formats;

/// <summary>What an erasure comes to, as text.</summary>
public static class ErasureText
{
    /// <summary>The lines.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="exports">What was handed out with the events in it.</param>
    /// <param name="remains">What is left of the erased events; null where they were not erased.</param>
    public static IEnumerable<string> Describe(
        ErasurePlan plan,
        IReadOnlyList<RecordedExport> exports,
        ErasureRemains? remains
    )
    {
        yield return remains switch
        {
            null => "Would be erased, for ever:",
            { AreGone: true } => "Erased, for ever:",
            _ => "Erased from every answer, but not yet from the server's files:",
        };
        foreach (var recorded in plan.Events)
            yield return $"  position {recorded.Position}  {EventReference.FormatWithVersion(recorded.Event)}  "
                + $"{recorded.Id}";
        if (plan.StillNamedIn.Count > 0)
            yield return "Still named, by its identifier and in a comparison with the place and hash of its words, in:";
        foreach (var recorded in plan.StillNamedIn)
            yield return $"  position {recorded.Position}  {EventReference.FormatWithVersion(recorded.Event)}  "
                + $"{recorded.Id}";
        yield return "";
        var them = plan.Events.Count == 1 ? "it" : "them";
        if (exports.Count == 0)
            yield return $"Nothing was handed out that can have {them} in it, as far as this store has it recorded.";
        else
            yield return $"Handed out before, with {them} in it where its bounds did not leave {them} out:";
        foreach (var recorded in exports)
        {
            var export = recorded.Export;
            var bounds = export.Bounds.Length == 0 ? "" : $", {export.Bounds}";
            yield return $"  {recorded.At}  {export.Format} up to position {export.Position}{bounds}, to "
                + $"{export.Destination}, SHA-256 {Convert.ToHexStringLower(export.Sha256.Span)}";
        }

        yield return "";
        if (remains is null)
        {
            yield return "Nothing was erased (--dry-run).";
            yield break;
        }

        foreach (var line in RemainsText.Describe(remains))
            yield return line;
        yield return $"Backups, replicas' logs and the coded files still have {them}: see to these as well.";
    }
}
