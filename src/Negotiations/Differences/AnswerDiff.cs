namespace Negotiations;

/// <summary>Two answers and what differs between them.</summary>
/// <param name="Clock">The clock on which the questions differ.</param>
/// <param name="Prefix">What the keys of the facts begin with; empty for all facts.</param>
/// <param name="From">The first answer.</param>
/// <param name="To">The second answer.</param>
/// <param name="Changes">The facts that are not the same in both, ordered by key.</param>
public sealed record AnswerDiff(
    string Clock,
    string Prefix,
    Answer From,
    Answer To,
    IReadOnlyList<FactDifference> Changes
)
{
    /// <summary>The answer that knows more of the record, and of what was erased from it.</summary>
    public Answer Later => From.Settled.Position > To.Settled.Position ? From : To;

    /// <summary>Compares two answers.</summary>
    public static AnswerDiff Compare(string clock, string prefix, Answer from, Answer to) =>
        new(clock, prefix, from, to, FactDifferences.Between(Facts(from, prefix), Facts(to, prefix)));

    private static IEnumerable<Fact> Facts(Answer answer, string prefix) =>
        answer.Facts.Where(fact => fact.Key.StartsWith(prefix, StringComparison.Ordinal));
}
