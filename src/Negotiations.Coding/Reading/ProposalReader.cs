namespace Negotiations.Coding;

/// <summary>Reads what a coded file says of an event that a program proposed: by whom, and how it was
/// decided.</summary>
internal static class ProposalReader
{
    /// <summary>The field.</summary>
    public const string Field = "proposed";

    /// <summary>The proposal; null where the event was coded by hand. What is wrong is noted.</summary>
    public static ReadProposal? Read(YamlFields fields)
    {
        if (fields.Mapping(Field) is not { } proposed)
            return null;
        var by = proposed.Text("by", required: true);
        // For whoever decides; they come into no store.
        proposed.Text("confidence");
        proposed.Text("sentence");
        proposed.Texts("acts");
        var reason = proposed.Text("reason");
        var reviewer = proposed.Text("reviewer");
        var edited = proposed.Flag("edited") ?? false;
        var word = proposed.Text("decision");
        if (word is not (null or ReadProposal.Accepted or ReadProposal.Rejected))
            proposed.Error(
                "decision",
                $"'{word}' is neither {ReadProposal.Accepted} nor {ReadProposal.Rejected}; "
                    + "leave it out while it is open"
            );
        if (reason is not null && word != ReadProposal.Rejected)
            proposed.Error("reason", "says why a proposal was rejected, and this one was not");
        proposed.RefuseUnknown();
        return by is null
            ? null
            : new(
                word,
                new()
                {
                    By = by,
                    Reviewer = word == ReadProposal.Accepted ? reviewer : null,
                    Edited = edited,
                }
            );
    }
}

/// <summary>A proposal as a coded file has it.</summary>
/// <param name="Decision">How it was decided; null while it is open.</param>
/// <param name="Proposal">What comes into the store of it.</param>
internal sealed record ReadProposal(string? Decision, ReportProposal Proposal)
{
    public const string Accepted = "accepted";

    public const string Rejected = "rejected";
}
