namespace Negotiations.Formats;

/// <summary>What an export is made from: an answer, with the log from which it was given.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Log">The log.</param>
/// <param name="Header">What the export says of itself.</param>
public sealed record ExportSource(Answer Answer, NegotiationLog Log, ExportHeader Header)
{
    /// <summary>What a question exports.</summary>
    /// <param name="question">The question.</param>
    /// <param name="log">The log up to the position to which the bound on the record clock resolves.</param>
    /// <param name="chainHead">The link of the hash chain at that position, in lower-case hexadecimal; null where it is
    /// not known.</param>
    /// <param name="program">Name and version of the program.</param>
    /// <exception cref="UnknownNegotiationException">The negotiation is not defined at that position.</exception>
    public static ExportSource Create(Question question, NegotiationLog log, string? chainHead, string program)
    {
        var answer = Answer.To(question, log);
        return new(answer, log, ExportHeader.From(answer, chainHead, program));
    }
}
