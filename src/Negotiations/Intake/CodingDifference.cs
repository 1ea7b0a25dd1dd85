namespace Negotiations;

/// <summary>A place where a coded file says otherwise than the store.</summary>
/// <param name="Where">The report (<c>article#report</c>) or the article version (<c>article</c>).</param>
/// <param name="Field">The field; null where the whole report is gone from the file.</param>
/// <param name="Stored">What the store has, as JSON; null where it has nothing.</param>
/// <param name="Coded">What the file has, as JSON; null where it has nothing.</param>
public sealed record CodingDifference(string Where, string? Field, string? Stored, string? Coded)
{
    private const string ErasedField = "erased";

    /// <summary>
    /// The coder's correction that the file does not know: it has the field as it was before; null where there is none.
    /// </summary>
    public Correction? Overlooked { get; init; }

    /// <summary>
    /// The coder's correction of the same that is in force and that whoever edited the file does not say to have seen;
    /// null where there is none.
    /// </summary>
    public RecordedCorrection? Contended { get; init; }

    /// <summary>Whether it is refused because of somebody's correction that the file does not know.</summary>
    public bool IsUnaware => Overlooked is not null || Contended is not null;

    /// <summary>That a coded file still has what was erased.</summary>
    /// <param name="where">Where in the file.</param>
    /// <param name="erasure">When and by whom; null where nobody recorded that.</param>
    public static CodingDifference ForErased(string where, RecordedErasure? erasure) =>
        new(where, ErasedField, erasure?.ToString() ?? "erased", "the file still has it");

    /// <inheritdoc/>
    public override string ToString() =>
        Field switch
        {
            null => $"{Where}: is in the store but gone from the file",
            ErasedField => $"{Where}: was {Stored}; take it out of the file",
            _ => $"{Where}: {Field}: stored {Stored ?? "nothing"}, coded {Coded ?? "nothing"}"
                + $"{DescribeOverlooked()}{DescribeContended()}",
        };

    private string DescribeOverlooked() =>
        Overlooked is { } unknown
            ? $", as before {EventReference.Format(unknown)} ({unknown.Reason}): take that "
                + "into the file, or undo it first"
            : "";

    private string DescribeContended()
    {
        if (Contended?.Correction is not { } first)
            return "";
        var author = first.Who is { } who ? $" by {who}" : "";
        return $", where {EventReference.Format(first)}{author} ({first.Reason}) came first: name that "
            + "in 'corrections:' to build on it";
    }
}
