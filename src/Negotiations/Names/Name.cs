namespace Negotiations;

/// <summary>A name as the coded file has it, beside what it was resolved to when it was recorded.</summary>
/// <param name="Written">The form in the coded file.</param>
/// <param name="Id">The slug of the canonical name; for an unnamed source the slug of its description.</param>
public sealed record Name(string Written, string Id);
