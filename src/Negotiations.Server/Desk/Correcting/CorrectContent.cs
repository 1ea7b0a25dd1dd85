using System.Text.RegularExpressions;

namespace Negotiations.Server.Desk;

/// <summary>The page on which something recorded is corrected.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Log">Everything recorded of the negotiation.</param>
/// <param name="Named">How the event is named.</param>
/// <param name="Target">The event: a report, a version of an article, or a correction.</param>
/// <param name="Corrections">The corrections of it so far, the first first.</param>
public sealed record CorrectContent(
    DeskVisit Visit,
    NegotiationLog Log,
    string Named,
    RecordedEvent Target,
    IReadOnlyList<RecordedCorrection> Corrections
)
{
    private static readonly string[] Hidden = ["type", "written", "evidence", "known"];

    /// <summary>What was filled in; null where nothing was yet.</summary>
    public SentCorrection? Sent { get; init; }

    /// <summary>What would change; null where that was not asked for yet.</summary>
    public PlannedChange? Plan { get; init; }

    /// <summary>What others have corrected since whoever asks began.</summary>
    public IReadOnlyList<RecordedCorrection> Later { get; init; } = [];

    /// <summary>The negotiation.</summary>
    public NegotiationDefined Talks => Log.Definition!;

    /// <summary>The report that is corrected; null where it is something else.</summary>
    public Report? Report => Target.Event as Report;

    /// <summary>The correction that is undone; null where it is something else.</summary>
    public Correction? Correction => Target.Event as Correction;

    /// <summary>What is wrong with the whole.</summary>
    public IReadOnlyList<string> Errors =>
        [.. (Sent?.Errors ?? []).Where(error => error.Field.Length == 0).Select(error => error.Message)];

    /// <summary>The fields of the report, as they are or as they were filled in.</summary>
    public IReadOnlyList<DeskField> ListFields()
    {
        if (Report is null)
            return [];
        var now = SentCorrection.Show(Log, Target);
        var published = FindPublished();
        return
        [
            .. ReportForm
                .ListFields(Report.GetType().Name)
                .Where(known => !Hidden.Contains(known.Name))
                .Select(known => Create(known, now.GetValueOrDefault(known.Name, ""), published)),
        ];
    }

    /// <summary>The page for an event.</summary>
    /// <exception cref="UnclearEventException">There is no such event, or more than one.</exception>
    internal static CorrectContent Create(DeskVisit visit, NegotiationLog log, string named)
    {
        var target = EventFinder.Find(named, log.Events);
        if (
            target.Event.Erased
            || target.Event is not (Negotiations.Report or ArticleVersionPublished or Negotiations.Correction)
        )
            throw new NotFoundInDeskException($"'{named}' is nothing that is corrected");
        return new(visit, log, named, target, ListCorrections(log, target.Id));
    }

    /// <summary>A day as an example: that of the article.</summary>
    public string Day => ExampleDay.Find(Talks, FindPublished());

    /// <summary>A field beside those of the report.</summary>
    public DeskField Field(string name, string label, string hint, string? value) =>
        new(name, label)
        {
            Hint = hint,
            Value = value ?? "",
            Errors = [.. (Sent?.Errors ?? []).Where(error => error.Field == name).Select(error => error.Message)],
        };

    // With what corrects these corrections.
    private static List<RecordedCorrection> ListCorrections(NegotiationLog log, Guid id)
    {
        var found = new List<RecordedCorrection>();
        var targets = new HashSet<Guid> { id };
        foreach (var recorded in log.Events)
        {
            if (
                recorded.Event is not Negotiations.Correction { Erased: false } correction
                || !targets.Contains(correction.Target)
            )
                continue;
            targets.Add(recorded.Id);
            found.Add(new(recorded, correction));
        }

        return found;
    }

    // Values that a summary still has although they are changed in their own fields.
    private string DescribeOutdated(string summary)
    {
        List<string> outdated =
        [
            .. (Sent?.Changes ?? [])
                .Select(change => change.Field)
                .Where(field => field is not ("summary" or "chain"))
                .Select(field =>
                    Sent!.Before.GetValueOrDefault(field) ?? Sent.Before.GetValueOrDefault($"details.{field}", "")
                )
                .Where(before => before.Length > 0 && HasWord(summary, before))
                .Distinct(StringComparer.Ordinal)
                .Select(before => $"“{before}”"),
        ];
        return outdated.Count > 0 ? $"It still says {string.Join(" and ", outdated)}, which you have changed. " : "";
    }

    // A number is none that is part of a longer one.
    private static bool HasWord(string text, string word) =>
        Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.CultureInvariant);

    private DateTimeOffset? FindPublished() =>
        Target.Event is ArticleVersionPublished version
            ? version.Published.Time.ToDateTimeOffset()
            : Log.VersionsKnownBy(null)
                .FirstOrDefault(version =>
                    version.Article == (Report?.Article ?? Correction?.Article) && !version.Erased
                )
                ?.Published.Time.ToDateTimeOffset();

    private DeskField Create(FormField field, string now, DateTimeOffset? published)
    {
        // What somebody did not change stays as others have left it.
        var typed =
            Sent?.Texts.GetValueOrDefault(field.Name) is { } text
            && !ReportForm.AreSame(field, text, Sent.Before.GetValueOrDefault(field.Name, ""))
                ? text
                : now;
        var shown = FieldLabels.Create(field, Talks, published);
        return shown with
        {
            Hint = field.Name == "summary" ? $"{DescribeOutdated(typed)}{shown.Hint}" : shown.Hint,
            Value = typed,
            IsRequired = false,
            IsRecorded = true,
            Errors = [.. (Sent?.Errors ?? []).Where(error => error.Field == field.Name).Select(error => error.Message)],
            Other = Later.Count > 0 && !ReportForm.AreSame(field, typed, now) ? now : null,
        };
    }
}

/// <summary>What a correction would come to, in words.</summary>
/// <param name="Fields">Each field as it was and as it would be.</param>
/// <param name="Effects">The facts that would change.</param>
/// <param name="Happened">The other facts that would change for questions with a bound on the happened clock.</param>
public sealed record PlannedChange(IReadOnlyList<string> Fields, EffectList Effects, IReadOnlyList<string> Happened)
{
    internal static PlannedChange Create(CorrectionPlan plan, NegotiationLog log)
    {
        var words = new FieldWords(new(log.Definition!), log.Zone);
        return new(
            [.. plan.Fields.Select(words.Describe)],
            EffectList.Create(plan.Effects, log.Definition!, log.Zone),
            [.. plan.HappenedEffects.Select(effect => effect.Key)]
        );
    }
}

/// <summary>The page after a correction was recorded.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Talks">The negotiation.</param>
/// <param name="Article">The article.</param>
/// <param name="Correction">How the correction is named.</param>
/// <param name="Words">What it does.</param>
/// <param name="Position">Its position in the record.</param>
/// <param name="Undone">What the correction did that was undone; null where none was.</param>
/// <param name="Reason">Why.</param>
public sealed record CorrectedContent(
    DeskVisit Visit,
    string Talks,
    string Article,
    string Correction,
    string Words,
    long Position,
    string? Undone,
    string Reason
);
