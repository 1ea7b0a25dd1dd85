namespace Negotiations.Server.Pages;

/// <summary>What a page says at its top of the times of publication that a coder assumed.</summary>
internal static class AssumedTimes
{
    /// <summary>The mark beside a value that hangs on one.</summary>
    public const string Mark = "~";

    /// <summary>The mark beside a value that may not have been known yet.</summary>
    public const string MarkTooEarly = "~?";

    // The others are counted; the audit has all.
    private const int MostInFull = 3;

    /// <summary>The warnings, those on which it depends what the page shows first.</summary>
    /// <param name="context">The page.</param>
    /// <param name="answered">What it stands on.</param>
    /// <param name="hasValues">Whether the page marks values.</param>
    public static IEnumerable<BannerWarning> Describe(PageContext context, Answered answered, bool hasValues)
    {
        var audit = context.Address.To(PageView.Audit);
        var doubtful = answered
            .Assumptions.Where(assumption => assumption.MayBeTooEarly || assumption.IsLeftOut)
            .OrderByDescending(assumption => assumption.MayBeTooEarly)
            .ToList();
        foreach (var assumption in doubtful.Take(MostInFull))
            yield return new(Describe(context, assumption, hasValues), "See the audit", audit);
        if (doubtful.Count > MostInFull)
        {
            var more = QuestionWords.Count(doubtful.Count - MostInFull, "more article");
            yield return new($"The same holds for {more}.", "See the audit", audit);
        }

        var articles = answered.Assumptions.Select(assumption => assumption.Article).Distinct().Count();
        if (articles == 0)
            yield break;
        var times =
            articles == 1
                ? "The time of publication of 1 article is assumed"
                : $"The times of publication of {articles} articles are assumed";
        yield return new(
            hasValues
                ? $"{times}; values that hang on {(articles == 1 ? "it" : "one")} are marked {Mark}."
                : $"{times}.",
            "See the audit",
            audit
        );
    }

    private static string Describe(PageContext context, Assumption assumption, bool hasValues)
    {
        var (published, zone) = (assumption.Published, context.Zone);
        var possible =
            $"{DateWords.Describe(published.Earliest ?? published.Time, zone)} to "
            + $"{DateWords.Describe(published.Latest ?? published.Time, zone)} is possible";
        var hanging = assumption.Facts.Count switch
        {
            0 => "",
            1 => "; 1 value hangs on it",
            var many => $"; {many} values hang on it",
        };
        if (hasValues && assumption is { MayBeTooEarly: true, Facts.Count: > 0 })
            hanging += $", marked {MarkTooEarly}";
        var what = assumption.MayBeTooEarly
            ? "may have come out later than asked about"
            : "may have come out before the time asked about, and is left out";
        return $"{assumption.Article} {what}: its time, {DateWords.Describe(published.Time, zone)}, is assumed "
            + $"({possible}){hanging}.";
    }
}
