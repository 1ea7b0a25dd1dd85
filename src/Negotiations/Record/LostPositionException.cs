namespace Negotiations;

/// <summary>
/// A position that was handed out before, and that the record does not have any more: it has lost its end, or is
/// another one.
/// </summary>
public sealed class LostPositionException(ProvenPosition position)
    : WrongInputException(
        $"the record has no position {position}: what was recorded there was lost when the database failed over to a "
            + "copy that had not received it, or it is the position of another store. Ask without it, and begin anew "
            + "from the answer"
    )
{
    /// <summary>The position.</summary>
    public ProvenPosition Position { get; } = position;
}
