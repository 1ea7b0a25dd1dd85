using NodaTime;

namespace Negotiations.Formats;

/// <summary>What was asked and what the answer stands on, in words.</summary>
public static class QuestionWords
{
    private const int MostFacts = 3;

    /// <summary>The question.</summary>
    public static string Asked(Question asked, DateTimeZone zone)
    {
        var known = asked.KnownBy is { } k ? DateWords.DescribeBound(k, zone) : null;
        var happened = asked.HappenedBy is { } h ? DateWords.DescribeBound(h, zone) : null;
        var words = (known, happened) switch
        {
            (null, null) => "All that is known",
            (_, null) => $"What was known by {known}",
            (null, _) => $"What is now known to have happened by {happened}",
            _ => $"What was known by {known} to have happened by {happened}",
        };
        var recorded = asked.RecordedBy switch
        {
            RecordedBound.AtPosition { Position: var position } =>
                $", as this store answered at position {position} of its record",
            RecordedBound.AtTime { Time: var time } =>
                $", as this store answered by {DateWords.DescribeBound(time, zone)}",
            _ => "",
        };
        return $"{words}{recorded} ({zone.Id})";
    }

    /// <summary>What the answer stands on.</summary>
    public static string StandsOn(Answer answer)
    {
        var words =
            $"{Count(answer.Answered.Reports, "report")} in {Count(answer.Articles, "article")}, position "
            + $"{answer.Settled.Position} of the record";
        return answer.UndatedLeftOut == 0
            ? words
            : $"{words}; {Count(answer.UndatedLeftOut, "act")} left out because the date is too vague for the question";
    }

    /// <summary>The answer where nothing is known of what was asked for.</summary>
    public static string Nothing(Question asked) => asked.IsUnbounded ? "Nothing known." : "Nothing known by then.";

    /// <summary>
    /// The answer where nothing is known of what was asked for by a part of a key; where it names somebody whom facts
    /// involve, how to find these.
    /// </summary>
    public static string Nothing(Answer answer, InvolvedElsewhere? elsewhere)
    {
        if (elsewhere is null)
            return Nothing(answer.Asked);
        var name = elsewhere.Text;
        var involve = elsewhere.Count == 1 ? "involves" : "involve";
        return $"No key has '{name}' in it; {Count(elsewhere.Count, "fact")} {involve} {elsewhere.Name}: "
            + $"state {answer.Asked.Negotiation} --actor {(name.Contains(' ') ? $"\"{name}\"" : name)}";
    }

    /// <summary>What was erased, as a sentence; none where nothing was.</summary>
    public static IEnumerable<string> Erased(Answer answer) => Erased(answer.Answered);

    /// <summary>What was erased, as a sentence; none where nothing was.</summary>
    public static IEnumerable<string> Erased(Answered answered) =>
        ErasedText.Describe(answered.Erased) is { } erased ? [$"{erased}."] : [];

    /// <summary>What a reader must be warned of, as sentences: what was erased, and on which times it depends what is
    /// in the answer.</summary>
    public static IEnumerable<string> Warnings(Answer answer) => Warnings(answer.Answered, answer.Zone);

    /// <summary>What a reader must be warned of, as sentences.</summary>
    /// <param name="answered">What the answer stands on.</param>
    /// <param name="zone">The zone of the talks.</param>
    public static IEnumerable<string> Warnings(Answered answered, DateTimeZone zone) =>
        Erased(answered).Concat(ListDoubtfulTimes(answered, zone).Select(doubt => $"{doubt}."));

    /// <summary>What a reader of a comparison must be warned of, with the side on which it bears.</summary>
    public static IEnumerable<string> Warnings(AnswerDiff comparison) =>
        Erased(comparison.Later)
            .Concat(
                ListDoubtfulTimes(comparison.From.Answered, comparison.From.Zone).Select(doubt => $"from: {doubt}.")
            )
            .Concat(ListDoubtfulTimes(comparison.To.Answered, comparison.To.Zone).Select(doubt => $"to: {doubt}."));

    /// <summary>
    /// What was erased, and the assumptions about times of publication; those on which it depends what is in the answer
    /// come first, in full.
    /// </summary>
    public static IEnumerable<string> Assumptions(Answer answer)
    {
        if (ErasedText.Describe(answer.Erased) is { } erased)
            yield return erased;
        foreach (var doubt in ListDoubtfulTimes(answer.Answered, answer.Zone))
            yield return doubt;

        var others = answer
            .Assumptions.Where(assumption => !assumption.MayBeTooEarly && !assumption.IsLeftOut)
            .Select(assumption => assumption.Article)
            .Distinct()
            .ToList();
        if (others.Count > 0)
            yield return $"The clock time of publication is assumed for {string.Join(", ", others)}";
    }

    private static IEnumerable<string> ListDoubtfulTimes(Answered answered, DateTimeZone zone) =>
        answered
            .Assumptions.Where(assumption => assumption.MayBeTooEarly)
            .Select(assumption =>
                $"{assumption.Article} may have come out later than asked about: its time, "
                + DescribeTime(assumption, zone)
            )
            .Concat(
                answered
                    .Assumptions.Where(assumption => assumption.IsLeftOut)
                    .Select(assumption =>
                        $"{assumption.Article} may have come out before the time asked about, and is left out: its "
                        + $"time, {DescribeTime(assumption, zone)}"
                    )
            );

    // Few facts can be named in a sentence; the JSON has all of them.
    private static string DescribeTime(Assumption assumption, DateTimeZone zone)
    {
        var published = assumption.Published;
        var facts = assumption.Facts.Take(MostFacts).ToList();
        var more = assumption.Facts.Count - facts.Count;
        var hanging =
            facts.Count == 0 ? "" : $"; on it hang {string.Join(", ", facts)}{(more > 0 ? $" and {more} more" : "")}";
        return $"{DateWords.Describe(published.Time, zone)}, is assumed "
            + $"({DateWords.Describe(published.Earliest ?? published.Time, zone)} "
            + $"to {DateWords.Describe(published.Latest ?? published.Time, zone)} is possible){hanging}";
    }

    /// <summary><c>1 report</c>, <c>2 reports</c>.</summary>
    public static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
