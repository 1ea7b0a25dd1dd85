using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The hard cases of corrections and versions that come up in a history.</summary>
internal sealed class HardCorrections
{
    private static readonly HashSet<string> Attribution = ["standing", "chain"];
    private static readonly HashSet<string> Dating = ["happened", "timeOfDay", "lookingBack", "known", "precededBy"];

    private readonly History history;
    private readonly Dictionary<Guid, RecordedEvent> byId;
    private readonly List<RecordedEvent> recorded;
    private readonly PlainCorrections plain;

    public HardCorrections(History history)
    {
        this.history = history;
        byId = history.Log.ToDictionary(one => one.Id);
        recorded = [.. history.Log.Where(one => one.Event is Correction)];
        plain = new PlainCorrections(history.Log);
    }

    /// <summary>Every hard case by its name, and whether it comes up.</summary>
    public IReadOnlyDictionary<string, bool> HardCases =>
        new Dictionary<string, bool>
        {
            ["a coder's retraction"] = Any(CorrectionBy.Coder, one => one is ReportRetracted),
            ["a coder's amendment"] = Any(CorrectionBy.Coder, one => Changes(one).Any(IsDetail)),
            ["a coder's new attribution"] = Any(CorrectionBy.Coder, one => Changes(one).Any(Attribution.Contains)),
            ["a coder's new date"] = Any(CorrectionBy.Coder, one => Changes(one).Any(Dating.Contains)),
            ["a report given another type"] = Any(CorrectionBy.Coder, one =>
                Changes(one).Contains(CorrectionApplier.TypeField)
            ),
            ["a report given another actor"] = Any(CorrectionBy.Coder, one => Changes(one).Contains("actor")),
            ["a report found elsewhere in its text"] = Any(CorrectionBy.Coder, one =>
                Changes(one).Contains("evidence")
            ),
            ["a report put to another act"] = Any(CorrectionBy.Coder, one => Changes(one).Contains("act")),
            ["a report put to another round"] = Any(CorrectionBy.Coder, one => Changes(one).Contains("round")),
            ["a coder's correction on another"] = Any(CorrectionBy.Coder, one => one.On is not null),
            ["a correction undone"] = Any(CorrectionBy.Coder, one => one is CorrectionUndone),
            ["an undo undone"] = recorded.Any(one =>
                one.Event is CorrectionUndone undo && byId[undo.Target].Event is CorrectionUndone
            ),
            ["two undos of one correction"] = recorded
                .Where(one => one.Event is CorrectionUndone)
                .GroupBy(one => ReadCorrection(one).Target)
                .Any(undos => undos.Count() > 1),
            ["a publisher's retraction"] = Any(CorrectionBy.Publisher, one => one is ReportRetracted),
            ["a publisher's amendment"] = Any(CorrectionBy.Publisher, one => Changes(one).Any(IsDetail)),
            ["a publisher's new attribution"] = Any(CorrectionBy.Publisher, one =>
                Changes(one).Any(Attribution.Contains)
            ),
            ["a publisher's new date"] = Any(CorrectionBy.Publisher, one => Changes(one).Any(Dating.Contains)),
            ["a notice withdrawn"] = Any(CorrectionBy.Publisher, one => one is CorrectionUndone),
            ["two notices on one report"] = AnyNotices((_, _) => true),
            ["two notices on one report at the same time"] = AnyNotices(
                (earlier, later) => FindTime(earlier) == FindTime(later)
            ),
            ["notices taken in in reverse"] = AnyNotices((earlier, later) => FindTime(earlier) > FindTime(later)),
            ["two notices on one field"] = AnyNotices(
                (earlier, later) => Changes(ReadCorrection(earlier)).Intersect(Changes(ReadCorrection(later))).Any()
            ),
            ["both layers on one report"] = recorded.Any(one =>
                ReadCorrection(one).By == CorrectionBy.Coder
                && recorded.Any(other =>
                    ReadCorrection(other).By == CorrectionBy.Publisher
                    && ReadCorrection(other).Target == ReadCorrection(one).Target
                    && byId[ReadCorrection(one).Target].Event is Report
                )
            ),
            ["a coder's correction of a notice"] = Any(CorrectionBy.Coder, one =>
                one is not CorrectionUndone && byId[one.Target].Event is Correction
            ),
            ["a coder's retraction of a withdrawal"] = Any(CorrectionBy.Coder, one =>
                one is ReportRetracted && byId[one.Target].Event is CorrectionUndone
            ),
            ["a notice on an entry with a time of its own"] = recorded.Any(one =>
                IsNotice(one) && byId[ReadCorrection(one).Target].Event is Report { Known: not null }
            ),
            ["the time of an entry corrected"] = Any(CorrectionBy.Coder, one => Changes(one).Contains("known")),
            ["a time of publication corrected"] = Any(CorrectionBy.Coder, one =>
                one is PublicationCorrected && byId[one.Target].Event is ArticleVersionPublished
            ),
            ["a version taken in after the time of another was corrected"] = recorded.Any(one =>
                one.Event is PublicationCorrected
                && history.Log.Any(version =>
                    version.Event is ArticleVersionPublished
                    && version.Stream == one.Stream
                    && version.Position > one.Position
                )
            ),
            ["two articles linked"] = Any(CorrectionBy.Coder, one => one is ArticlesLinked),
            ["a version that carries a report"] = Compared.Any(compared => compared.Carries.Count > 0),
            ["a version that replaces a report"] = Compared.Any(compared => compared.Replaces.Count > 0),
            ["a version that drops a report"] = Compared.Any(compared => compared.Drops.Count > 0),
            ["a version taken in before the one before it"] = history.Log.Any(one =>
                one.Event is ArticleVersionPublished { Compared: { } compared }
                && history.Log.Any(other =>
                    other.Stream == one.Stream
                    && other.Position > one.Position
                    && other.Event is ArticleVersionPublished earlier
                    && earlier.Version == compared.With
                )
            ),
            ["a report replaced by an entry that is known only after its version"] = history.Reports.Any(report =>
                report.Known?.Time > history.FindVersion(report).Published.Time
                && history.FindVersion(report).Compared is { } compared
                && compared.Replaces.Any(replaced => replaced.New == report.Id)
            ),
            ["a text that goes back to an earlier one"] = Versions.Any(third =>
                Versions.Any(second => IsGoneIn(second, third))
            ),
            ["a text that goes back, compared with the one in between"] = Versions.Any(third =>
                Versions.Any(second => third.Compared?.With == second.Version && IsGoneIn(second, third))
            ),
            ["a report replaced or dropped that is corrected"] = Compared.Any(compared =>
                recorded.Any(one =>
                    byId[ReadCorrection(one).Target].Event is Report report
                    && (
                        compared.Drops.Contains(report.Id)
                        || compared.Replaces.Any(replaced => replaced.Old == report.Id)
                    )
                )
            ),
        };

    private IEnumerable<ArticleVersionPublished> Versions => history.Intake.OfType<ArticleVersionPublished>();

    private IEnumerable<VersionComparison> Compared =>
        Versions.Select(version => version.Compared).OfType<VersionComparison>();

    // Whether a version had replaced or dropped a report of the first that a later one has again.
    private static bool IsGoneIn(ArticleVersionPublished second, ArticleVersionPublished third) =>
        (second.Article, second.Compared?.With) == (third.Article, "1")
        && second.Published.Time < third.Published.Time
        && second
            .Compared!.Replaces.Select(replaced => replaced.Old)
            .Concat(second.Compared.Drops)
            .Intersect(third.Compared?.Carries.Select(carried => carried.Report) ?? [])
            .Any();

    private bool Any(CorrectionBy by, Func<Correction, bool> isHard) =>
        recorded.Any(one => ReadCorrection(one).By == by && isHard(ReadCorrection(one)));

    private bool AnyNotices(Func<RecordedEvent, RecordedEvent, bool> isHard) =>
        recorded.Any(later =>
            IsNotice(later)
            && recorded.Any(earlier =>
                IsNotice(earlier)
                && earlier.Position < later.Position
                && ReadCorrection(earlier).Target == ReadCorrection(later).Target
                && isHard(earlier, later)
            )
        );

    private Instant FindTime(RecordedEvent notice) => plain.FindNoticeTime(notice.Id);

    private static bool IsNotice(RecordedEvent one) =>
        one.Event is ReportCorrected { By: CorrectionBy.Publisher } or ReportRetracted { By: CorrectionBy.Publisher };

    private static Correction ReadCorrection(RecordedEvent one) => (Correction)one.Event;

    private static List<string> Changes(Correction correction) =>
        correction is ReportCorrected corrected ? [.. corrected.Changes.Select(change => change.Key)] : [];

    private static bool IsDetail(string field) =>
        !Attribution.Contains(field)
        && !Dating.Contains(field)
        && field is not ("act" or "round" or "actor" or "side" or "sideIsWritten" or "evidence");
}
