using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>
/// The oracle: answers written down a second time, from the words of the design and without regard to cost. A planted
/// fault overrides one of its steps.
/// </summary>
internal class PlainAnswers
{
    public virtual PlainRules Rules { get; } = new();

    public Answered Answer(IReadOnlyList<RecordedEvent> log, Question question)
    {
        var recorded = Recorded(log, question.RecordedBy);
        var zone = DateTimeZoneProviders.Tzdb[Definition(log, recorded).Zone];
        var record = Read(recorded);
        var all = SeenAt(null, record, zone);
        var visible = SeenAt(question.KnownBy, record, zone);
        var happenedBy = question.HappenedBy?.InZone(zone).Date;

        var view = BuildView(visible, all, happenedBy);
        var times = record.Times.Where(time => question.KnownBy is null || time <= question.KnownBy);
        var history = Moments(visible, times, time => SeenAt(time, record, zone))
            .Select(moment => (moment.Time, View: BuildView(moment.Visible, all, happenedBy)))
            .ToList();
        var facts = view
            .Contests.OrderBy(contest => contest.Key, StringComparer.Ordinal)
            .Select(contest =>
                BuildFact(contest.Key, contest.Value, history, visible, all, sighting =>
                    record.StandsSince(sighting.Recorded, question.KnownBy)
                )
            )
            .ToList();
        var flagged = facts.Select(fact =>
            fact with
            {
                Flags = PlainFlags.Describe(
                    fact.Because,
                    PlainFlags.WithOvertaken(fact, facts),
                    record,
                    question.KnownBy
                ),
                Corrections = PlainFlags.ListCorrections(fact.Because, record, question.KnownBy),
            }
        );
        return Answered.With(
            [.. flagged],
            $"reports {visible.Count}, corrections {record.CountingAt(question.KnownBy).Count()}, left "
                + $"out {view.LeftOut}"
        );
    }

    /// <summary>What stands on the record up to a bound.</summary>
    public virtual IReadOnlyList<RecordedEvent> Recorded(IReadOnlyList<RecordedEvent> log, RecordedBound? bound) =>
        bound switch
        {
            RecordedBound.AtPosition at => [.. log.Where(one => one.Position <= at.Position)],
            RecordedBound.AtTime at => [.. log.Where(one => one.RecordedAt <= at.Time)],
            _ => log,
        };

    /// <summary>The definition that holds.</summary>
    public virtual NegotiationDefined Definition(
        IReadOnlyList<RecordedEvent> log,
        IReadOnlyList<RecordedEvent> recorded
    ) => recorded.Select(one => one.Event).OfType<NegotiationDefined>().Last();

    /// <summary>How the record is read.</summary>
    public virtual PlainRecord Read(IReadOnlyList<RecordedEvent> recorded) => new(recorded);

    /// <summary>A report in its place, as it could be known at a time; null where it could not.</summary>
    public virtual Sighting? See(RecordedEvent recorded, PlainRecord record, DateTimeZone zone, Instant? time)
    {
        if (record.At(recorded, time) is not { } report)
            return null;
        var known = record.Reports.FindPublication(recorded).Time;
        return new(
            recorded,
            report,
            record.Reports.FindVersion(report),
            known,
            known.InZone(zone).Date,
            (report.Article, report.Version, report.Evidence[0].Start, report.Id)
        )
        {
            SharedOrigin = record.SharedOrigin(report.Article, time),
        };
    }

    public virtual bool IsVisible(Sighting sighting, Instant? knownBy) => knownBy is null || sighting.Known <= knownBy;

    /// <summary>The reports that could be seen at a time.</summary>
    public IReadOnlyList<Sighting> SeenAt(Instant? time, PlainRecord record, DateTimeZone zone) =>
        [
            .. record
                .Log.Where(one => one.Event is Report)
                .Select(one => See(one, record, zone, time))
                .OfType<Sighting>()
                .Where(sighting => IsVisible(sighting, time)),
        ];

    /// <summary>The reports by which an act is dated.</summary>
    public virtual IReadOnlyList<Sighting> DatedBy(IReadOnlyList<Sighting> ofAct, IReadOnlyList<Sighting> all) => ofAct;

    public virtual bool IsLater(PlainAct act, PlainAct other) => act.IsLaterByTime(other);

    public virtual bool Follows(PlainAct later, PlainAct earlier, IReadOnlyList<Sighting> all) =>
        PlainOrder.Follows(later, earlier);

    /// <summary>What could be seen at each time at which something became known, in order.</summary>
    public virtual IEnumerable<(Instant Time, IReadOnlyList<Sighting> Visible)> Moments(
        IReadOnlyList<Sighting> visible,
        IEnumerable<Instant> times,
        Func<Instant, IReadOnlyList<Sighting>> seenAt
    ) => times.Select(time => (time, seenAt(time)));

    /// <summary>The reports of the claims for a value, as far as they count for its origins.</summary>
    public virtual IEnumerable<Sighting> Corroborating(
        PlainContest contest,
        IReadOnlyList<Sighting> visible,
        IReadOnlyList<Sighting> all
    ) => ListSightings(contest.Because);

    public PlainView BuildView(IReadOnlyList<Sighting> visible, IReadOnlyList<Sighting> all, LocalDate? happenedBy) =>
        new(
            [
                .. visible
                    .GroupBy(sighting => sighting.Report.Act)
                    .Select(act => new PlainAct(
                        act.Key,
                        [.. act],
                        PlainDate.Combine(PlainDate.ListTelling(DatedBy([.. act], all)))
                    )),
            ],
            happenedBy,
            this,
            all
        );

    private AnsweredFact BuildFact(
        string key,
        PlainContest contest,
        List<(Instant Time, PlainView View)> history,
        IReadOnlyList<Sighting> visible,
        IReadOnlyList<Sighting> all,
        Func<Sighting, Instant> standsSince
    )
    {
        var winner = contest.Winner;
        var corroborating = Corroborating(contest, visible, all).ToList();
        var (status, value, from) = contest.Compose();
        return new AnsweredFact
        {
            Key = key,
            Act = winner.Act.Key,
            Status = status,
            Value = value,
            DetailFrom = from,
            Standing = winner.Standing,
            Modality = winner.Primary.Sighting.Report.Modality,
            Happened = winner.Act.Date.Text,
            KnownFrom = winner.Said.Min(said => standsSince(said.Sighting)),
            Since = history
                .Reverse<(Instant Time, PlainView View)>()
                .TakeWhile(moment =>
                    moment.View.Contests.TryGetValue(key, out var then)
                    && PlainValue.IsSame(then.ComposedValue, contest.ComposedValue)
                )
                .Last()
                .Time,
            Origins = Rules.Count(ListOrigins(Rules.WithoutOwnVoice(corroborating))),
            Carriers = ListSightings(contest.Because).Select(sighting => sighting.Version.Outlet.Id).Distinct().Count(),
            Disputed = contest.Against.Any(claim => Disputes(claim, contest, [.. ListOrigins(corroborating)])),
            Flags = PlainFlags.OfTheValue(winner),
            Because = Identify(contest.Because),
            DatedBy = [],
            Against = Identify(contest.Against),
        };
    }

    private bool Disputes(PlainClaim claim, PlainContest contest, List<string> origins)
    {
        if (claim.IsDenial)
        {
            if (contest.Because.All(denied => denied.Act != claim.Act))
                return false;
            // A plan was denied, and then somebody saw it come about.
            if (claim.Act != contest.Winner.Act && contest.Winner.Primary.Assertion.TookPlace)
                return false;
            if (claim.Standing == Standing.Own)
                return true;
        }
        else if (
            contest.KnockedOut.Contains(claim)
            || !Rules.Contradicts(claim, contest.FindRival(claim), contest.IsLater(claim))
        )
            return false;

        var its = ListOrigins(ListSightings([claim])).ToList();
        var speaksOfDeeds = (claim.IsDenial ? contest.Winner : claim).Primary.Assertion.TookPlace;
        return its.Any(origin => speaksOfDeeds || !origins.Contains(origin));
    }

    private IEnumerable<string> ListOrigins(IEnumerable<Sighting> sightings) =>
        sightings.Select(sighting => Rules.FindOrigin(sighting.WithSharedOrigin)).OfType<string>();

    private static IEnumerable<Sighting> ListSightings(IEnumerable<PlainClaim> claims) =>
        claims.SelectMany(claim => claim.Said).Select(said => said.Sighting);

    private static List<Guid> Identify(IEnumerable<PlainClaim> claims) =>
        [.. ListSightings(claims).Select(sighting => sighting.Recorded.Id).Distinct()];
}
