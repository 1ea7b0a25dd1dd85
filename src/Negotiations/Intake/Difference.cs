namespace Negotiations;

/// <summary>A place where a coded file says otherwise than the store.</summary>
/// <param name="Where">The report (<c>article#report</c>) or the article version (<c>article</c>).</param>
/// <param name="Field">The field; null where the whole report is gone from the file.</param>
/// <param name="Stored">What the store has, as JSON; null where it has nothing.</param>
/// <param name="Coded">What the file has, as JSON; null where it has nothing.</param>
public sealed record Difference(string Where, string? Field, string? Stored, string? Coded)
{
    /// <summary>
    /// The coder's correction that the file does not know: it has the field as it was before; null where there is none.
    /// </summary>
    public Correction? Overlooked { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Field is null
        ? $"{Where}: is in the store but gone from the file"
        : $"{Where}: {Field}: stored {Stored ?? "nothing"}, coded {Coded ?? "nothing"}"
            + (Overlooked is { } unknown ? $", as before {ShortForm.Of(unknown)} ({unknown.Reason}): take that into the file, or undo it first" : "");
}
