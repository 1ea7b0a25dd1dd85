namespace Negotiations.Server;

/// <summary>
/// A correction that is not taken in. Its message, which may come into a log, says nothing of what it or the store
/// says.
/// </summary>
/// <param name="refusal">Why.</param>
public sealed class RefusedEventException(CorrectionRefusal refusal)
    : Exception("a correction was refused; nothing was appended")
{
    /// <summary>Why, and which correction was first.</summary>
    public CorrectionRefusal Refusal { get; } = refusal;
}
