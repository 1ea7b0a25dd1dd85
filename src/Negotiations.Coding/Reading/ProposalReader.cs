using System.Globalization;
using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>Reads what a coded file says of an event that a program proposed: by whom, and how it was
/// decided.</summary>
internal static partial class ProposalReader
{
    /// <summary>The field.</summary>
    public const string Field = "proposed";

    [GeneratedRegex("^[0-9]+-[0-9]+$")]
    private static partial Regex Place();

    /// <summary>The proposal; null where the event was coded by hand. What is wrong is noted.</summary>
    public static ReadProposal? Read(YamlFields fields)
    {
        var isThere = fields.Contains(Field);
        if (fields.Mapping(Field) is not { } proposed)
        {
            if (isThere)
                fields.Error(
                    Field,
                    "is empty: say by whom (by: …), or take it away from a report that you coded yourself"
                );
            return null;
        }

        var by = proposed.Text("by", required: true);
        // For whoever decides; they come into no store.
        if (
            proposed.Text("confidence") is { } confidence
            && !(
                double.TryParse(confidence, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
                && share <= 1
            )
        )
            proposed.Error("confidence", $"'{confidence}' is no number from 0 to 1");
        if (proposed.Text("sentence") is { } sentence && !Place().IsMatch(sentence))
            proposed.Error("sentence", $"'{sentence}' is no position such as 63-176");
        proposed.Texts("acts");
        var reason = proposed.Text("reason");
        var reviewer = proposed.Text("reviewer");
        var edited = proposed.Flag("edited") ?? false;
        var word = proposed.Text("decision");
        if (word is ReadProposal.Accepted or ReadProposal.Rejected && reviewer is null)
            proposed.Error("decision", "says nothing of who decided it: add 'reviewer: NAME'");
        if (word is not (null or ReadProposal.Accepted or ReadProposal.Rejected or ReadProposal.Unreviewed))
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

    /// <summary>What was taken in although nobody had looked at it, as an export writes it.</summary>
    public const string Unreviewed = "unreviewed";
}
