namespace Negotiations.Coding;

/// <summary>Measures one coding of articles by another.</summary>
public static class Scorer
{
    private const string Coded = "coded";

    /// <summary>Measures it over the articles that both have.</summary>
    /// <param name="gold">The coding that is taken for right.</param>
    /// <param name="coded">The coding that is measured.</param>
    /// <param name="counts">Which reports of the measured coding count; null: all.</param>
    /// <exception cref="CodingException">They have no article in common, or one in different texts.</exception>
    public static CodingScore Measure(
        IReadOnlyList<CodedFile> gold,
        IReadOnlyList<CodedFile> coded,
        Predicate<Report>? counts = null
    )
    {
        var common = Join(gold, coded);
        var matched = common
            .Select(both =>
                (
                    both.Gold.Article.Version.Text.Length,
                    Gold: both.Gold.Article.Reports,
                    Coded: both.Coded.Article.Reports.Where(report => counts?.Invoke(report) ?? true).ToList()
                )
            )
            .Select(both => (both.Length, both.Gold, both.Coded, Pairs: ReportMatching.Match(both.Gold, both.Coded)))
            .ToList();
        var pairs = matched.SelectMany(both => both.Pairs).ToList();
        var same = pairs.Where(pair => pair.IsSameType).ToList();
        var types = CountTypes(pairs);
        return new()
        {
            Articles = [.. common.Select(both => both.Gold.Article.Version.Article)],
            NotInBoth = FindNotInBoth(gold, coded),
            Pairs = pairs,
            Types = types,
            Total = new("all", types.Sum(type => type.Gold), types.Sum(type => type.Coded), same.Count),
            MacroF1 = types.Count == 0 ? null : types.Average(type => type.F1),
            Fields = [.. ComparedField.All.Select(field => Compare(field, same))],
            MeanOverlap = same.Count == 0 ? null : same.Average(pair => pair.Overlap),
            ExactSpans = same.Count == 0 ? null : same.Average(pair => HasSameEvidence(pair) ? 1.0 : 0),
            Agreements =
            [
                Agreement.Measure(
                    "whether a passage reports an act, by code point",
                    matched.SelectMany(both => CountCodePoints(both.Length, both.Gold, both.Coded))
                ),
                MeasureLabels("the type, where both have coded a passage", InBoth(pairs), pair =>
                    (pair.GoldType, pair.CodedType)
                ),
                MeasureLabels("the modality, where both have the same type", same, pair =>
                    (EnumText.Format(pair.Gold!.Modality), EnumText.Format(pair.Coded!.Modality))
                ),
            ],
            Confusions =
            [
                .. pairs
                    .Where(pair => !pair.IsSameType)
                    .GroupBy(pair => (pair.GoldType, pair.CodedType))
                    .Select(group => new ConfusedTypes(group.Key.GoldType, group.Key.CodedType, group.Count()))
                    .OrderByDescending(confused => confused.Count)
                    .ThenBy(confused => confused.Gold, StringComparer.Ordinal)
                    .ThenBy(confused => confused.Coded, StringComparer.Ordinal),
            ],
        };
    }

    private static IEnumerable<ReportPair> InBoth(IEnumerable<ReportPair> pairs) =>
        pairs.Where(pair => pair is { Gold: not null, Coded: not null });

    private static List<(CodedFile Gold, CodedFile Coded)> Join(
        IReadOnlyList<CodedFile> gold,
        IReadOnlyList<CodedFile> coded
    )
    {
        var byName = ByName(coded);
        var common = gold.Select(file => (Gold: file, Coded: byName.GetValueOrDefault(FindName(file))!))
            .Where(both => both.Coded is not null)
            .OrderBy(both => FindName(both.Gold).Article, StringComparer.Ordinal)
            .ThenBy(both => FindName(both.Gold).Text, StringComparer.Ordinal)
            .ToList();
        if (common.Count > 0)
            return common;
        var other = gold.FirstOrDefault(file =>
            coded.Any(coding => coding.Article.Version.Article == file.Article.Version.Article)
        );
        throw new CodingException([
            other is null
                ? new(coded[0].File, 0, "article", "no article of this coding is in the other one")
                : other.Error(
                    "text",
                    "the other coding of this article has another text, so that no position can be compared"
                ),
        ]);
    }

    private static (string Article, string Text) FindName(CodedFile file) =>
        (file.Article.Version.Article, file.Article.Version.Text.Sha256);

    private static Dictionary<(string, string), CodedFile> ByName(IEnumerable<CodedFile> files) =>
        files.DistinctBy(FindName).ToDictionary(FindName);

    private static List<string> FindNotInBoth(IEnumerable<CodedFile> gold, IEnumerable<CodedFile> coded)
    {
        var (left, right) = (gold.Select(FindName).ToHashSet(), coded.Select(FindName).ToHashSet());
        left.SymmetricExceptWith(right);
        return [.. left.Select(name => name.Article).Distinct().Order(StringComparer.Ordinal)];
    }

    private static List<FoundShare> CountTypes(IReadOnlyList<ReportPair> pairs)
    {
        var gold = pairs.Where(pair => pair.Gold is not null).ToLookup(pair => pair.GoldType);
        var coded = pairs.Where(pair => pair.Coded is not null).ToLookup(pair => pair.CodedType);
        return
        [
            .. gold.Select(type => type.Key)
                .Union(coded.Select(type => type.Key))
                .Order(StringComparer.Ordinal)
                .Select(type => new FoundShare(
                    type,
                    gold[type].Count(),
                    coded[type].Count(),
                    gold[type].Count(pair => pair.IsSameType)
                )),
        ];
    }

    private static FieldShare Compare(ComparedField field, IEnumerable<ReportPair> same)
    {
        var given = same.Where(field.IsGiven).ToList();
        return new(field.Name, given.Count, given.Count(field.IsSame));
    }

    private static bool HasSameEvidence(ReportPair pair) =>
        pair.Gold!.Evidence.Select(span => (span.Start, span.End))
            .SequenceEqual(pair.Coded!.Evidence.Select(span => (span.Start, span.End)));

    private static IEnumerable<(string, string, long)> CountCodePoints(
        int length,
        IEnumerable<Report> gold,
        IEnumerable<Report> coded
    )
    {
        var (left, right) = (Cover(gold), Cover(coded));
        var both = left.CountCommon(right);
        return
        [
            (Coded, Coded, both),
            (Coded, ReportPair.Nothing, left.Length - both),
            (ReportPair.Nothing, Coded, right.Length - both),
            (ReportPair.Nothing, ReportPair.Nothing, length - left.Length - right.Length + both),
        ];
    }

    private static CoveredText Cover(IEnumerable<Report> reports) =>
        CoveredText.From(reports.SelectMany(report => report.Evidence).Select(span => (span.Start, span.End)));

    private static Agreement MeasureLabels(
        string of,
        IEnumerable<ReportPair> pairs,
        Func<ReportPair, (string Gold, string Coded)> label
    ) =>
        Agreement.Measure(
            of,
            pairs.GroupBy(label).Select(group => (group.Key.Gold, group.Key.Coded, (long)group.Count()))
        );
}
