namespace Negotiations.Marten;

/// <summary>A correction that is not taken in.</summary>
/// <param name="refusal">Why.</param>
public sealed class RefusedEventException(CorrectionRefusal refusal) : Exception($"{refusal.Message}; nothing was appended")
{
    /// <summary>Why, and which correction was first.</summary>
    public CorrectionRefusal Refusal { get; } = refusal;
}
