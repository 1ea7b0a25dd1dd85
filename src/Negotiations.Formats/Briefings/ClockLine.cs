namespace Negotiations.Formats;

/// <summary>What one clock makes of the same record.</summary>
/// <param name="Clock">The bound, in words.</param>
/// <param name="Meaning">What the answer means.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Key">Key of a fact that shows the difference.</param>
public sealed record ClockLine(string Clock, string Meaning, Answer Answer, string Key)
{
    /// <summary>That fact; null where this answer does not have it.</summary>
    public Fact? Fact => Answer.Facts.FirstOrDefault(fact => fact.Key == Key);
}
