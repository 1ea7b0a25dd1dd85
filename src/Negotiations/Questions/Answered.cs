namespace Negotiations;

/// <summary>What an answer stands on.</summary>
public sealed record Answered
{
    /// <summary>The place on the record clock for which the answer stands.</summary>
    public required RecordPosition Settled { get; init; }

    /// <summary>The number of reports that the question could see.</summary>
    public required int Reports { get; init; }

    /// <summary>The number of articles that the question could see.</summary>
    public required int Articles { get; init; }

    /// <summary>The number of corrections that count.</summary>
    public required int Corrections { get; init; }

    /// <summary>The number of events up to the position that were erased, then or later.</summary>
    public required int Erased { get; init; }

    /// <summary>
    /// The number of acts left out because their date is too vague for the bound on the happened clock.
    /// </summary>
    public required int UndatedLeftOut { get; init; }

    /// <summary>
    /// On which assumptions about times of publication the answer hangs: of what it counts and may have come out later
    /// than asked, and of what it leaves out and may have come out before.
    /// </summary>
    public required IReadOnlyList<Assumption> Assumptions { get; init; }
}
