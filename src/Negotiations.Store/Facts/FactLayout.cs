namespace Negotiations.Store;

/// <summary>How revisions and pages of a round lie over each other, as whoever asks reads them.</summary>
internal static class FactLayout
{
    /// <summary>Where pages and what lies over them are not what revisions make of them.</summary>
    /// <param name="pages">The pages of a round that are kept.</param>
    /// <param name="laid">The rows of revisions that are kept, each with its stretch and position.</param>
    /// <param name="revisions">The revisions that there are, in the order of their positions.</param>
    public static IEnumerable<FactFault> FindFaults(
        IReadOnlyList<KeptPage> pages,
        IReadOnlyList<(long Stretch, long Position, FactEntry Entry)> laid,
        IReadOnlyList<(long Position, FactEntry Entry)> revisions
    )
    {
        var rows = laid.ToLookup(row => (row.Position, row.Stretch, row.Entry.Key), row => row.Entry);
        var expected = revisions
            .SelectMany(revision => Lay(revision, FindStretches(pages, revision.Position)))
            .ToLookup(row => (row.Position, row.Stretch, row.Entry.Key), row => row.Entry);
        var faults = rows.Select(same => same.Key)
            .Union(expected.Select(same => same.Key))
            .OrderBy(at => at.Position)
            .SelectMany(at => FactFault.Between([.. rows[at]], [.. expected[at]], at.Position));
        return faults.Concat(FindFaults(pages, revisions)).Concat(FindGaps(pages));
    }

    /// <summary>The rows of the stretches into which a round is cut now.</summary>
    public static IEnumerable<string> ListStretches(string round, IReadOnlyList<KeptPage> pages)
    {
        var cut = FindStretches(pages, long.MaxValue);
        return cut.Select(stretch =>
            $"{round}|{stretch.From}|{stretch.Until}|"
            + $"{pages.Where(page => page.Facts.KnownFrom == stretch.From).Max(page => page.Position)}"
        );
    }

    // What was cut before a position: a page is laid at the end of the batch whose revisions it holds.
    private static List<(long From, long Until)> FindStretches(IReadOnlyList<KeptPage> pages, long position)
    {
        var starts = pages
            .Where(page => page.Position < position)
            .Select(page => page.Facts.KnownFrom)
            .Distinct()
            .Order()
            .ToList();
        return [.. starts.Zip(starts.Skip(1).Append(KnownTick.Endless))];
    }

    private static IEnumerable<(long Position, long Stretch, FactEntry Entry)> Lay(
        (long Position, FactEntry Entry) revision,
        List<(long From, long Until)> stretches
    ) =>
        stretches
            .Select(stretch => (stretch.From, Region: revision.Entry.Region.Within(stretch.From, stretch.Until)))
            .Where(part => part.Region.KnownFrom < part.Region.KnownUntil)
            .Select(part => (revision.Position, part.From, revision.Entry with { Region = part.Region }));

    private static IEnumerable<FactFault> FindFaults(
        IReadOnlyList<KeptPage> pages,
        IReadOnlyList<(long Position, FactEntry Entry)> revisions
    )
    {
        var (whole, next) = (FactPage.Empty, 0);
        foreach (var page in pages.OrderBy(page => page.Position))
        {
            var laid = new List<FactEntry>();
            while (next < revisions.Count && revisions[next].Position <= page.Position)
                laid.Add(revisions[next++].Entry);
            if (laid.Count > 0)
                whole = whole.With(laid);
            var expected = whole.Within(page.Facts.KnownFrom, page.Facts.KnownUntil).Entries;
            foreach (
                var fault in Compare(page.Facts.Entries, expected.Where(entry => entry.IsUnbounded), page.Position)
                    .Concat(Compare(page.Earlier.Entries, expected.Where(entry => !entry.IsUnbounded), page.Position))
            )
                yield return fault;
        }
    }

    // Where a page ends another one begins, and the first begins before everything.
    private static IEnumerable<FactFault> FindGaps(IReadOnlyList<KeptPage> pages)
    {
        if (!pages.Any(page => page is { Position: 0, Facts.KnownFrom: long.MinValue }))
            yield return new("a first page", 0, null, null, "one of the whole known clock");
        foreach (var page in pages.Where(page => page.Facts.KnownUntil != KnownTick.Endless))
        {
            if (!pages.Any(other => other.Facts.KnownFrom == page.Facts.KnownUntil && other.Position <= page.Position))
                yield return new($"a page of {page.Round}", page.Position, null, null, "one after another that ends");
        }
    }

    private static IEnumerable<FactFault> Compare(
        IEnumerable<FactEntry> kept,
        IEnumerable<FactEntry> expected,
        long position
    )
    {
        var (first, second) = (kept.ToLookup(entry => entry.Key), expected.ToLookup(entry => entry.Key));
        return first
            .Select(same => same.Key)
            .Union(second.Select(same => same.Key))
            .SelectMany(key => FactFault.Between([.. first[key]], [.. second[key]], position));
    }
}

/// <summary>A page as it is kept.</summary>
/// <param name="Round">The round.</param>
/// <param name="Position">The position at which it was laid.</param>
/// <param name="Facts">What questions without a bound on the happened clock read.</param>
/// <param name="Earlier">What only the others read.</param>
internal sealed record KeptPage(string Round, long Position, FactPage Facts, FactPage Earlier);
