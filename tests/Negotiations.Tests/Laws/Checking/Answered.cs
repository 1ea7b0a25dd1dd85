namespace Negotiations.Tests.Laws;

/// <summary>An answer as the laws compare it, from whichever implementation.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Counts">What the answer counts.</param>
/// <param name="Whole">Facts and what they stand on, byte for byte, without the place on the record.</param>
internal sealed record Answered(IReadOnlyList<AnsweredFact> Facts, string Counts, string Whole)
{
    /// <summary>An answer of which nothing more is known than its facts.</summary>
    public static Answered With(IReadOnlyList<AnsweredFact> facts, string counts) =>
        new(
            facts,
            counts,
            string.Join(
                '\n',
                facts
                    .Select(fact =>
                        $"{fact.Line}, because {string.Join(' ', fact.Because.Order())}, dated by "
                        + $"{string.Join(' ', fact.DatedBy.Order())}, against "
                        + $"{string.Join(' ', fact.Against.Order())}"
                    )
                    .Append(counts)
            )
        );

    public AnsweredFact? Find(string key) => Facts.FirstOrDefault(fact => fact.Key == key);
}
