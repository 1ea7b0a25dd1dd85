namespace Negotiations;

/// <summary>Two answers and what differs between them.</summary>
/// <param name="Clock">The clock on which the questions differ.</param>
/// <param name="Prefix">The part of a key by which the facts are found; empty for all facts.</param>
/// <param name="From">The first answer.</param>
/// <param name="To">The second answer.</param>
/// <param name="Changes">The facts that are not the same in both, ordered by key.</param>
public sealed record AnswerDiff(
    string Clock,
    string Prefix,
    Answer From,
    Answer To,
    IReadOnlyList<FactDifference<Fact>> Changes
)
{
    /// <summary>The answer that knows more of the record, and of what was erased from it.</summary>
    public Answer Later => From.Settled.Position > To.Settled.Position ? From : To;

    /// <summary>Whether neither answer has a fact that is asked for.</summary>
    public bool IsWithoutFacts => !Facts(From, Prefix).Concat(Facts(To, Prefix)).Any();

    /// <summary>Compares two answers.</summary>
    public static AnswerDiff Compare(string clock, string prefix, Answer from, Answer to)
    {
        var part = FactKeys.Resolve(prefix, to);
        return new(clock, part, from, to, FactDifferences.Between(Facts(from, part), Facts(to, part)));
    }

    private static IEnumerable<Fact> Facts(Answer answer, string prefix) =>
        answer.Facts.Where(fact => FactKeys.Admits(fact.Key, prefix));
}
