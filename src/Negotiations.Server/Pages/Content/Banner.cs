namespace Negotiations.Server.Pages;

/// <summary>What a page stands on, and what changed after the time that it shows.</summary>
public sealed record Banner
{
    /// <summary>What was asked.</summary>
    public required string Asked { get; init; }

    /// <summary>How complete the record is.</summary>
    public required IReadOnlyList<string> StandsOn { get; init; }

    /// <summary>What a reader must be warned of.</summary>
    public required IReadOnlyList<BannerWarning> Warnings { get; init; }

    /// <summary>How many facts changed since; null where no time is shown that others came after.</summary>
    public string? Since { get; init; }

    /// <summary>The page that shows what changed; null where nothing did.</summary>
    public PageAddress? Changes { get; init; }

    /// <summary>The page that shows what was recorded since; null where this one shows what is recorded now.</summary>
    public PageAddress? RecordedSince { get; init; }

    /// <summary>The same page, of what is recorded now.</summary>
    public PageAddress? RecordedNow { get; init; }

    internal static async Task<Banner> ReadAsync(PageContext context, State state, CancellationToken cancellationToken)
    {
        var banner = Create(context, state.Answered, hasValues: true);
        if (context.Asked is { KnownBy: null, HappenedBy: null })
            return banner;
        // Under the same bound on the record, so that a page that is kept for ever stays true.
        var now = await context.ReadStateAsync(
            context.Fixed with
            {
                KnownBy = null,
                HappenedBy = null,
            },
            cancellationToken
        );
        var changed = FactDifferences.Between(state.Facts, now.Facts).Count(difference => difference.IsOfValue);
        var where = context.OnlyRound is null ? "" : " of this round";
        return banner with
        {
            Since =
                changed == 0
                    ? $"No fact{where} has another value after this point."
                    : $"{QuestionWords.Count(changed, "fact")}{where} {(changed == 1 ? "has" : "have")} another value "
                        + "after this point.",
            Changes = changed == 0 ? null : CompareWithNow(context.Address),
        };
    }

    internal static Banner Create(PageContext context, Answered answered, bool hasValues = false) =>
        new()
        {
            Asked = QuestionWords.Asked(context.Asked, context.Zone),
            StandsOn = [.. DescribeRecord(context, answered)],
            Warnings =
            [
                .. QuestionWords.Erased(answered).Select(erased => new BannerWarning(erased)),
                .. AssumedTimes.Describe(context, answered, hasValues),
            ],
            // Such a page is kept for ever: what it says of the record after it has to stay true.
            RecordedSince = context.IsFixed
                ? context
                    .Address.WithBound("recorded", null)
                    .To(PageView.Compare, "recorded", $"{context.Settled.Position}", CompareContent.Now)
                : null,
            RecordedNow = context.IsFixed ? context.Address.WithBound("recorded", null) : null,
        };

    private static IEnumerable<string> DescribeRecord(PageContext context, Answered answered)
    {
        yield return QuestionWords.Count(answered.Reports, "report");
        yield return QuestionWords.Count(answered.Articles, "article");
        yield return QuestionWords.Count(answered.Corrections, "correction");
        if (answered.UndatedLeftOut > 0)
            yield return $"{QuestionWords.Count(answered.UndatedLeftOut, "act")} left out, too vaguely dated";
        yield return $"position {answered.Settled.Position} of the record"
            + (
                answered.Settled.At is { } at
                    ? $", recorded {DateWords.Describe(at, context.Zone)} ({context.Zone.Id})"
                    : ""
            );
    }

    private static PageAddress CompareWithNow(PageAddress address) =>
        address.KnownBy is { } known
            ? address.WithBound("known", null).WithBound("happened", null).To(PageView.Compare, known, "now")
            : address.WithBound("happened", null).To(PageView.Compare, "happened", address.HappenedBy!, "now");
}

/// <summary>What a reader must be warned of.</summary>
/// <param name="Words">A sentence.</param>
/// <param name="More">What a page that says more is called; null where there is none.</param>
/// <param name="To">That page.</param>
public sealed record BannerWarning(string Words, string? More = null, PageAddress? To = null);
