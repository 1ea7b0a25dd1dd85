using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 7: a page, and what lies over it, give each fact as the last of its revisions does.</summary>
public sealed class PagesHoldWhatWasLaidOverThem(ITestOutputHelper output)
{
    private delegate IEnumerable<FactPage> Laying(FactPage page, IReadOnlyList<FactEntry> revisions);

    [Fact]
    public void On_random_histories() => new Trials(output).Hold(trial => Broken(trial, Lay));

    [Fact]
    public void Facts_that_stay_under_what_is_laid_over_them_are_found() =>
        Finds("facts that stay under what is laid over them", (page, revisions) =>
            [page with { Entries = [.. page.Entries, .. revisions.Where(one => one.Fact is not null)] }]
        );

    [Fact]
    public void A_part_that_is_lost_where_a_page_is_cut_is_found() =>
        Finds("a part that is lost where a page is cut", (page, revisions) =>
            Lay(page, revisions)
                .Select(part =>
                    part with
                    {
                        Entries = [.. part.Entries.Where(entry => entry.Region.KnownFrom > part.KnownFrom)],
                    }
                )
        );

    [Fact]
    public void Facts_that_are_forgotten_for_earlier_bounds_on_the_happened_clock_are_found() =>
        Finds("facts that are forgotten for earlier bounds on the happened clock", (page, revisions) =>
            Lay(page, revisions)
                .Select(part => part with { Entries = [.. part.Entries.Where(entry => entry.IsUnbounded)] })
        );

    private void Finds(string fault, Laying lay) => new Trials(output).Find(fault, trial => Broken(trial, lay));

    private static IEnumerable<FactPage> Lay(FactPage page, IReadOnlyList<FactEntry> revisions) =>
        page.With(revisions).Divide(fewest: 6);

    private static string? Broken(Trial trial, Laying lay)
    {
        var keeper = new FactKeeper(new NegotiationLog(new(0, null), []));
        var dice = trial.Dice;
        var (laid, waiting) = (new List<FactEntry>(), new List<FactEntry>());
        List<FactPage> pages = [FactPage.Empty];
        foreach (var recorded in trial.History.Log)
        {
            waiting.AddRange(keeper.Take(recorded).Revisions.Select(Write));
            if (!dice.Chance(40) && recorded != trial.History.Log[^1])
                continue;
            laid.AddRange(waiting);
            pages = [.. pages.SelectMany(page => lay(page, waiting)).Select(Stored)];
            waiting.Clear();
        }

        for (var asked = 0; asked < 6; asked++)
        {
            var question = RandomQuestion.To(trial.History, dice);
            var day = question.HappenedBy?.InZone(DateTimeZoneProviders.Tzdb["Europe/Istanbul"]).Date;
            var (known, bound) = (KnownTick.Number(question.KnownBy), HappenedDay.Number(new HappenedBound(day)));
            var expected = Describe(
                laid.Where(entry => entry.Region.Covers(known, bound))
                    .GroupBy(entry => entry.Key)
                    .Select(same => same.Last())
                    .Where(entry => entry.Fact is not null)
            );
            var found = Describe(
                pages
                    .Where(page => page.KnownFrom <= known && known < page.KnownUntil)
                    .SelectMany(page => page.Entries)
                    .Where(entry => entry.Region.Covers(known, bound))
            );
            if (found != expected)
                return $"{question}\nin pages\n{found}\nby the last revisions\n{expected}";
        }

        return null;
    }

    private static FactEntry Write(FactRevision revision) =>
        new(revision.Key, revision.Region, revision.Fact is null ? null : FactStateFormat.Write(revision.Fact));

    private static FactPage Stored(FactPage page) =>
        page with
        {
            Entries =
            [
                .. new[] { true, false }.SelectMany(isUnbounded =>
                    FactPage.Read(page.Write(isUnbounded), (_, _) => true)
                ),
            ],
        };

    private static string Describe(IEnumerable<FactEntry> entries) =>
        string.Join('\n', entries.Select(entry => $"{entry.Key} {Convert.ToHexString(entry.Fact!)}").Order());
}
