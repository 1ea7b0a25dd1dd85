namespace Negotiations;

/// <summary>The notice by which a publisher corrects, or withdraws a correction.</summary>
/// <param name="Published">When it came out.</param>
/// <param name="Reference">Where it can be found.</param>
public sealed record Notice(Publication Published, string Reference);
