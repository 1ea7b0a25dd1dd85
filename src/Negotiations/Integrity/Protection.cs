namespace Negotiations;

/// <summary>Whether the database itself keeps the program from changing what is recorded.</summary>
/// <param name="Role">The role under which the program reads and appends.</param>
/// <param name="Reasons">What that role may do although the record is append-only; none where that is enforced.</param>
public sealed record Protection(string Role, IReadOnlyList<string> Reasons)
{
    /// <summary>
    /// What somebody has changed of the tables, triggers and functions that keep the record, in words; none where they
    /// are as the program installs them. Questions may then be answered wrongly, and the record need not be whole.
    /// </summary>
    public IReadOnlyList<string> Alterations { get; init; } = [];

    /// <summary>
    /// Whether the store has all that this program installs; one that an older program made has not, until something is
    /// taken in.
    /// </summary>
    public bool IsComplete { get; init; } = true;

    /// <summary>Whether the role can only append.</summary>
    public bool IsEnforced => Reasons.Count == 0;
}
