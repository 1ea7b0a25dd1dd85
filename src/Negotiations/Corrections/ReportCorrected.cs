using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>
/// Fields of a report are otherwise than it said: it is amended, re-attributed, re-dated or re-assigned.
/// </summary>
/// <param name="Head">Of what, by whom, why.</param>
public sealed record ReportCorrected(CorrectionHead Head) : Correction(Head)
{
    /// <summary>
    /// The new values, by the names of the fields in the JSON of the report; null takes a value away.
    /// </summary>
    public required JsonObject Changes { get; init; }
}
