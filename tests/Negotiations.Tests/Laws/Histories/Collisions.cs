using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The hard cases that come up in a history.</summary>
internal sealed class Collisions
{
    private readonly Trial trial;
    private readonly PlainView view;
    private readonly Answered answered;
    private readonly Answered asked;

    public Collisions(Trial trial)
    {
        this.trial = trial;
        var oracle = new PlainAnswers();
        var log = trial.History.Log;
        var zone = DateTimeZoneProviders.Tzdb[oracle.Definition(log, log).Zone];
        var visible = oracle.SeenAt(null, oracle.Read(log), zone);
        view = oracle.BuildView(visible, visible, happenedBy: null);
        answered = oracle.Answer(log, new Question(History.Negotiation));
        asked = oracle.Answer(log, trial.Question);
    }

    /// <summary>Every hard case by its name, and whether it comes up.</summary>
    public IReadOnlyDictionary<string, bool> HardCases =>
        new Dictionary<string, bool>
        {
            ["an act with contradicting dates"] = view.Ordered.Any(act => act.Date.Disputed),
            ["a date cut by when it was known"] = view.Ordered.Any(act =>
                !act.Date.Disputed && act.Sightings.Any(IsCut)
            ),
            ["an act with only background"] = view.Ordered.Any(act =>
                act.OnlyLooksBack && act.Sightings.Any(one => one.Report.LookingBack)
            ),
            ["a text order that overturns the order by time"] = AnyPair([.. view.Ordered.Index()], (before, after) =>
                before.Index < after.Index && before.Item.IsLaterByTime(after.Item)
            ),
            ["a text order through an act that does not assert the fact"] = view.Contests.Values.Any(IsOrderedByOthers),
            ["a text that refers to a report that nobody can see"] = trial.History.Reports.Any(HasDanglingReference),
            ["a later claim that is outranked"] = Any(
                (claim, contest) => IsLater(claim, contest) && contest.Against.Contains(claim)
            ),
            ["an earlier claim that is stronger"] = Any(
                (claim, contest) => IsLater(contest.Winner, claim, contest) && contest.Against.Contains(claim)
            ),
            ["a winner of an unnamed speaker of the own side"] = Any(
                (claim, contest) => claim == contest.Winner && claim.Standing == Standing.OwnUnnamed
            ),
            ["a number after names"] = Any(
                (claim, contest) =>
                    IsLater(claim, contest)
                    && claim.Rank == Precedence.Yielding
                    && contest.Winner.Rank == Precedence.Ordinary
                    && claim.Key.Contains("/delegation/")
            ),
            ["an offer after a schedule"] = Any(
                (claim, contest) =>
                    IsLater(claim, contest) && claim.Status == "offered" && contest.Winner.Status == "scheduled"
            ),
            ["a repeat of a postponed schedule"] = view.Contests.Values.Any(contest => contest.Repeats.Count > 0),
            ["another schedule after a postponement"] = Any(
                (claim, contest) =>
                    claim.Status == "postponed"
                    && contest.Winner.Status == "scheduled"
                    && IsLater(contest.Winner, claim, contest)
            ),
            ["a schedule after talks that were held"] = Any(
                (claim, contest) =>
                    IsLater(claim, contest) && claim.Status == "scheduled" && contest.Winner.Status == "held"
            ),
            ["one act with two statuses"] = view.Contests.Values.Any(contest =>
                contest.All.DistinctBy(claim => claim.Act).Count() < contest.All.Count
            ),
            ["one status of one act with different details"] = Any(
                (claim, _) => claim.Said.DistinctBy(said => said.Assertion.Value.Json).Count() > 1
            ),
            ["two articles on one fact that were known at the same time"] = view.Contests.Values.Any(contest =>
                AnyPair(ListSightings(contest), (one, other) =>
                    one.Known == other.Known && one.Report.Article != other.Report.Article
                )
            ),
            ["a vague act known after a sharp one of the same day"] = view.Contests.Values.Any(contest =>
                AnyPair([.. contest.All], (vague, sharp) =>
                    !vague.Act.Date.IsDay
                    && sharp.Act.Date.IsDay
                    && vague.Act.SortDay == sharp.Act.SortDay
                    && sharp.Act.First.IsKnownBefore(vague.Act.First)
                )
            ),
            ["a report on a fact that arrives late"] = view.Contests.Values.Any(contest =>
                AnyPair(ListSightings(contest), (one, other) =>
                    one.Known < other.Known && one.Recorded.Position > other.Recorded.Position
                )
            ),
            ["an entry with a time of its own"] = trial.History.Reports.Any(report => report.Known is not null),
            ["an article in two versions"] = trial
                .History.Intake.OfType<ArticleVersionPublished>()
                .Any(version => version.Version == "2"),
            ["a publication that is assumed"] = trial
                .History.Intake.OfType<ArticleVersionPublished>()
                .Any(version => version.Published.Basis == PublicationBasis.Assumed),
            ["a definition that changes the zone"] = trial.History.Intake.OfType<NegotiationDefined>().Count() > 1,
            ["an act dated by what articles cover"] = view.Contests.Values.Any(contest =>
                contest.Winner.Act.Date.ByCoverage
            ),
            ["a later stage that decides over a later act"] = Any(
                (claim, contest) =>
                    !claim.IsDenial
                    && IsLater(claim, contest)
                    && claim.Status != contest.Winner.Status
                    && new PlainRules().IsEarlierStage(claim, contest.Winner)
            ),
            ["a denial that knocks out a report"] = view.Contests.Values.Any(contest => contest.KnockedOut.Count > 0),
            ["a denial that stands against a value"] = Any(
                (claim, contest) =>
                    claim.IsDenial && contest.Because.Any(denied => !denied.IsDenial && denied.Act == claim.Act)
            ),
            ["a fact that is only denied"] = view.Contests.Values.Any(contest => contest.Winner.IsDenial),
            ["two words on the record on one act that cannot both be true"] = Any(
                (claim, contest) =>
                    claim.IsOnTheRecord
                    && claim.Act == contest.Winner.Act
                    && contest.Winner.IsOnTheRecord
                    && contest.Against.Contains(claim)
            ),
            ["a value that says the same more precisely"] = Any(
                (claim, contest) => contest.Because.Contains(claim) && claim.Status != contest.Winner.Status
            ),
            ["a detail that the deciding report does not give"] = answered.Facts.Any(fact =>
                fact.DetailFrom.Length > 0
            ),
            ["a value that has ended"] = answered.Facts.Any(fact => fact.Flags.Contains(FactFlag.Ended)),
            ["an attendance that was overtaken"] = answered.Facts.Any(fact => fact.Flags.Contains(FactFlag.Overtaken)),
            ["a joint act"] = trial.History.Reports.Any(report => report.Joint is not null),
            ["a report of several rounds"] = trial.History.Reports.Any(report => report.FurtherRounds is not null),
            ["a fact that is disputed"] = answered.Facts.Any(fact => fact.Disputed),
            ["a value with two origins"] = answered.Facts.Any(fact => fact.Origins > 1),
            ["a value only of unnamed sources"] = view.Contests.Values.Any(contest =>
                contest
                    .Because.SelectMany(claim => claim.Said)
                    .All(said => said.Sighting.Report.Chain[0].Kind == LinkKind.Unnamed)
            ),
            ["a value that several acts give"] = view.Contests.Values.Any(contest =>
                contest.Because.DistinctBy(claim => claim.Act).Count() > 1
            ),
            ["a value that was lost in between"] = answered.Facts.Any(fact => fact.Since > fact.KnownFrom),
            ["a notice known, and withdrawn only after the bound"] = IsBeforeAWithdrawal(trial),
            ["a bound that leaves acts out"] = !asked.Counts.EndsWith("left out 0", StringComparison.Ordinal),
        };

    private static bool IsBeforeAWithdrawal(Trial trial)
    {
        var notices = new PlainCorrections(trial.History.Log);
        return trial.Question.KnownBy is { } knownBy
            && trial.History.Log.Any(one =>
                one.Event is CorrectionUndone { By: CorrectionBy.Publisher } undo
                && notices.FindNoticeTime(one.Id) > knownBy
                && notices.FindNoticeTime(undo.Target) <= knownBy
            );
    }

    private bool Any(Func<PlainClaim, PlainContest, bool> isHard) =>
        view.Contests.Values.Any(contest => contest.All.Any(claim => isHard(claim, contest)));

    private static bool IsLater(PlainClaim claim, PlainContest contest) => IsLater(claim, contest.Winner, contest);

    private static bool IsLater(PlainClaim claim, PlainClaim other, PlainContest contest)
    {
        var all = contest.All.ToList();
        return claim.Act != other.Act && all.IndexOf(claim) > all.IndexOf(other);
    }

    private static bool IsCut(Sighting sighting) => sighting.Report.Happened?.Bounds.Latest > sighting.KnownDay;

    private static bool IsOrderedByOthers(PlainContest contest)
    {
        var acts = contest.All.Select(claim => claim.Act).Distinct().ToList();
        return !PlainOrder.Sort(acts, (act, other) => act.IsLaterByTime(other), PlainOrder.Follows).SequenceEqual(acts);
    }

    private bool HasDanglingReference(Report report) =>
        (report.PrecededBy ?? []).Any(id =>
            view.Ordered.SelectMany(act => act.Sightings)
                .All(seen =>
                    seen.Report.Id != id
                    || seen.Report.Article != report.Article
                    || seen.Report.Version != report.Version
                )
        );

    private static List<Sighting> ListSightings(PlainContest contest) =>
        [.. contest.All.SelectMany(claim => claim.Said).Select(said => said.Sighting)];

    private static bool AnyPair<T>(IReadOnlyList<T> items, Func<T, T, bool> isHard)
    {
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = 0; j < items.Count; j++)
            {
                if (i != j && isHard(items[i], items[j]))
                    return true;
            }
        }

        return false;
    }
}
