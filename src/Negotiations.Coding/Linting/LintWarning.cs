namespace Negotiations.Coding;

/// <summary>Something in a coded file that is allowed, and is mostly a mistake.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 1; 0 where the whole file is meant.</param>
/// <param name="Field">The field, such as <c>events[3].act</c>.</param>
/// <param name="Message">What looks wrong, and what to do.</param>
public sealed record LintWarning(LintKind Kind, string File, int Line, string Field, string Message)
{
    /// <summary>The column, counted from 1; 0 where the whole file is meant.</summary>
    public int Column { get; init; }
}

/// <summary>A kind of warning.</summary>
public enum LintKind
{
    /// <summary>One act key with different actors.</summary>
    ActWithSeveralActors,

    /// <summary>One act key with dates that exclude each other.</summary>
    ActWithSeveralDates,

    /// <summary>A denial with another date than what it denies.</summary>
    DenialWithAnotherDate,

    /// <summary>Two act keys for what looks like one act.</summary>
    ActWithSeveralKeys,

    /// <summary>Two articles with the same text.</summary>
    SameText,

    /// <summary>A position without an issue.</summary>
    PositionWithoutIssue,

    /// <summary>A report without a date, in a file that does not say what the article covers.</summary>
    ReportWithoutDate,

    /// <summary>A party where a person is meant.</summary>
    PartyAsPerson,

    /// <summary>An actor who does not say what the report has him say.</summary>
    ActorIsNotOrigin,
}
