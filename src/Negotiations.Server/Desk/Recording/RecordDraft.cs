using Wolverine;

namespace Negotiations.Server.Desk;

/// <summary>Records a draft: first shows what would be recorded and what would change, as <c>replay --dry-run</c>
/// does.</summary>
internal static class RecordDraft
{
    private const string WithoutDate =
        "the report has no date, so its act stands before everything; say on the draft, under “Headline, time, "
        + "round …”, which days the article covers, or give the report a day";

    public static async Task<IResult> ShowAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        return await request.ShowAsync<RecordPage>(await RehearseAsync(request, view));
    }

    public static async Task<IResult> SendAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        try
        {
            if (request.Form["version"] != $"{view.Draft.Version}")
                throw new StaleDraftException();
            // So that no step is saved, and lost, while it is recorded.
            await request.Shelf.SaveAsync(view.Draft, request.Caller.Name, request.Cancelled);
        }
        catch (StaleDraftException)
        {
            var now = await DraftView.OpenAsync(request);
            return await RefuseAsync(
                request,
                now,
                $"{now.Draft.SavedBy ?? "Somebody in another window"} has saved this draft meanwhile. Look again at "
                    + "what would be recorded; nothing was"
            );
        }

        AnchoredFile anchored;
        try
        {
            anchored = await DownloadArticle.AnchorAsync(view, request.Cancelled);
            await RetryPolicy.InvokeAsync<IntakeResult>(
                request.Context.RequestServices.GetRequiredService<IMessageBus>(),
                new RecordArticle(
                    new SubmittedFile(anchored.File, anchored.Text),
                    Edits: null,
                    new Sender(request.Caller.Name, request.Caller.Negotiation)
                ),
                request.Cancelled
            );
        }
        catch (Exception exception) when (exception is CodingException or RefusedIntakeException)
        {
            return await RefuseAsync(request, view, problem: null);
        }

        try
        {
            await request.Shelf.DeleteAsync(view.Draft.Id, view.Draft.Version, request.Cancelled);
            RecordedDraft.Note(request.Context, view.Draft);
        }
        // What somebody has added since it was recorded stays for them to record.
        catch (StaleDraftException) { }

        return request.Go(
            $"/desk/recorded?talks={Uri.EscapeDataString(view.Draft.Negotiation)}"
                + $"&article={Uri.EscapeDataString(view.Draft.Article)}"
        );
    }

    public static async Task<IResult> ShowDoneAsync(DeskRequest request)
    {
        var (talks, article) = (request["talks"] ?? "", request["article"] ?? "");
        request.Caller.RequireNegotiation(talks);
        var log = await request.Store.ReadLogAsync(talks, recordedBy: null, request.Cancelled);
        var recorded = log.Events.Select(one => one.Event).ToList();
        if (!recorded.OfType<ArticleVersionPublished>().Any(version => version.Article == article))
            throw new NotFoundInDeskException($"the record of '{talks}' has no article '{article}'");
        return await request.ShowAsync<RecordedPage>(
            new RecordedContent(
                request.Visit(),
                talks,
                article,
                recorded.OfType<Report>().Count(report => report.Article == article)
            )
        );
    }

    private static async Task<IResult> RefuseAsync(DeskRequest request, DraftView view, string? problem)
    {
        var page = await RehearseAsync(request, view);
        return await request.ShowAsync<RecordPage>(
            problem is null ? page : page with { Problems = [problem, .. page.Problems] },
            StatusCodes.Status409Conflict
        );
    }

    private static async Task<RecordContent> RehearseAsync(DeskRequest request, DraftView view)
    {
        var page = new RecordContent(request.Visit(), view.Draft, view.Talks) { Round = view.File.FindTop("round") };
        if (view.Draft.Reports == 0)
            return page with { Problems = ["there is no report to record: code one, or accept a proposal"] };
        try
        {
            var anchored = await DownloadArticle.AnchorAsync(view, request.Cancelled);
            var file = await Intake.ReadArticleAsync(
                request.Store,
                new SubmittedFile(anchored.File, anchored.Text),
                new Sender(request.Caller.Name, request.Caller.Negotiation),
                request.Cancelled
            );
            var stream = await request.Store.ReadStreamAsync(file.Article.Stream, request.Cancelled);
            var (decision, _) = await FileIntake.DecideAsync(
                request.Store,
                stream,
                file,
                edits: null,
                request.Cancelled
            );
            if (decision.Differences.Count > 0)
                return page with { Problems = [.. decision.Differences.Select(difference => difference.ToString())] };
            var log = await request.Store.ReadLogAsync(view.Draft.Negotiation, recordedBy: null, request.Cancelled);
            var after = log.With(decision.Stream, decision.Append);
            return page with
            {
                Doubt = PublicationHint.Find(
                    view.Draft.Published,
                    view.Talks,
                    log.Events.Select(one => one.Event)
                        .OfType<ArticleVersionPublished>()
                        .Where(version => !version.Erased)
                        .Select(version => version.Published.Time),
                    DateTimeOffset.UtcNow
                ),
                Reports = [.. decision.Append.Select(added => added.Event).OfType<Report>()],
                IsNewVersion = decision.Append.Any(added => added.Event is ArticleVersionPublished),
                HasOtherVersions = stream.ArticleVersions.Count > 0,
                Effects = EffectList.Create(CorrectionEffects.Between(log, after).Effects, view.Talks, log.Zone),
                Hints =
                [
                    .. Linter
                        .FindWarnings(view.Talks, [file], after)
                        .Select(warning => Describe(view.File, file, warning)),
                ],
            };
        }
        catch (CodingException exception)
        {
            return page with { Problems = [.. exception.Errors.Select(error => Describe(view.File, error))] };
        }
    }

    // A hint names a report by its place among those that are recorded; the draft has others beside them.
    private static RecordHint Describe(DraftFile draft, CodedFile file, LintWarning warning)
    {
        var id =
            warning.Field.Split('[', ']') is ["events", var place, ..] && int.TryParse(place, out var index)
                ? file.Article.Reports[index].Id
                : null;
        return new(
            draft.Events.FirstOrDefault(report => report.Id == id) is { } found && id is not null
                ? found.Place + 1
                : null,
            warning.Kind == LintKind.ReportWithoutDate ? WithoutDate : warning.Message
        );
    }

    private static string Describe(DraftFile file, CodingError error) =>
        $"{NewReport.ShortenPath(error.Field)}: {error.Message}";
}

/// <summary>The page on which a draft is recorded.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Draft">The draft.</param>
/// <param name="Talks">The negotiation.</param>
public sealed record RecordContent(DeskVisit Visit, CodingDraft Draft, NegotiationDefined Talks)
{
    /// <summary>Why it cannot be recorded; empty where it can.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What may be wrong with the time of publication; null for nothing.</summary>
    public string? Doubt { get; init; }

    /// <summary>What is mostly a mistake, though it can be recorded.</summary>
    public IReadOnlyList<RecordHint> Hints { get; init; } = [];

    /// <summary>The round of the article; null: each report says its own.</summary>
    public string? Round { get; init; }

    /// <summary>The reports that would be recorded.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>Whether the version of the article would be recorded too.</summary>
    public bool IsNewVersion { get; init; }

    /// <summary>Whether the store has other versions of the article.</summary>
    public bool HasOtherVersions { get; init; }

    /// <summary>The facts that would change.</summary>
    public EffectList? Effects { get; init; }
}

/// <summary>What is mostly a mistake.</summary>
/// <param name="Report">The number of the report in the draft; null where it is none of one report.</param>
/// <param name="Words">What it is.</param>
public sealed record RecordHint(int? Report, string Words);

/// <summary>The page after a draft was recorded.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Talks">The negotiation.</param>
/// <param name="Article">The article.</param>
/// <param name="Reports">How many reports of it the record has.</param>
public sealed record RecordedContent(DeskVisit Visit, string Talks, string Article, int Reports);
