namespace Negotiations;

/// <summary>A place where a coded file says otherwise than the store.</summary>
/// <param name="Where">The report (<c>article#report</c>) or the article version (<c>article</c>).</param>
/// <param name="Field">The field; null where the whole report is gone from the file.</param>
/// <param name="Stored">What the store has, as JSON; null where it has nothing.</param>
/// <param name="Coded">What the file has, as JSON; null where it has nothing.</param>
public sealed record Difference(string Where, string? Field, string? Stored, string? Coded)
{
    /// <inheritdoc/>
    public override string ToString() => Field is null
        ? $"{Where}: is in the store but gone from the file"
        : $"{Where}: {Field}: stored {Stored ?? "nothing"}, coded {Coded ?? "nothing"}";
}
