namespace Negotiations;

/// <summary>A report that a later version of its article still carries.</summary>
/// <param name="Report">Identifier of the report.</param>
/// <param name="Evidence">Where it stands in the later version.</param>
public sealed record CarriedReport(string Report, IReadOnlyList<TextSpan> Evidence);
