using System.Globalization;

namespace Negotiations.Server.Desk;

/// <summary>Coding an article: choosing words, and saying what they report.</summary>
internal static class CodeArticle
{
    public static async Task<IResult> ShowAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        if (request["report"] is { } id)
            return await ShowReportAsync(request, view, id);
        var chosen = view.Choose(request["start"], request["end"]);
        (string Words, string Problem)? notFound = null;
        if (request["words"] is { } words)
        {
            var place = new WordFinder(view.Text).Find(words);
            chosen = place.Span is { } span ? view.Choose($"{span.Start}", $"{span.End}") : null;
            notFound = place.Problem is { } problem ? (words, problem) : null;
        }

        var page = view.Show(chosen) with { NotFound = notFound, Notice = request["done"] };
        return await request.ShowAsync<CodePage>(
            chosen is null ? page : await OfferAsync(request, view, page, chosen),
            notFound is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity
        );
    }

    public static async Task<IResult> SaveReportAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        var form = request.Form;
        var id = form.Find("report");
        var texts = ChainRows.Collect(form.ReadReport(), view.Talks);
        // Whoever chose a proposal of the rules says so; nothing else comes from there.
        var by =
            form.Find("by") is { Length: < 100 } rule && rule.StartsWith("rule ", StringComparison.Ordinal)
                ? rule
                : null;
        if (form["do"] == "type")
            return await ShowFormAsync(request, view, texts, []);
        var target = id is null ? null : view.FindEvent(id);
        if (id is not null && target is null)
            return await ShowFormAsync(
                request,
                view,
                texts,
                [("", "somebody has deleted this report meanwhile; saved now, it is added anew")],
                StatusCodes.Status409Conflict,
                isNew: true
            );
        if (!long.TryParse(form["version"], CultureInfo.InvariantCulture, out var seen) || seen != view.Draft.Version)
            return await ShowStaleAsync(request, view, texts, target);
        var review = view.Review();
        IReadOnlyList<(string Field, string Message)> errors;
        var name = id ?? NewReport.CreateId(texts.GetValueOrDefault("type") is { Length: > 0 } type ? type : "report");
        try
        {
            var found = target is null
                ? await review.AddFilledAsync(name, texts, by, request.Cancelled)
                : await review.FillAsync(target.Place, texts, isAccepted: true, request.Cancelled);
            errors = [.. found.Select(error => (NewReport.ShortenPath(error.Field), error.Message))];
        }
        catch (FieldFormatException exception)
        {
            errors = [(exception.Field, $"what you typed {exception.Message}")];
        }

        if (errors.Count > 0)
            return await ShowFormAsync(request, view, texts, errors, StatusCodes.Status422UnprocessableEntity);
        try
        {
            if (review.LastStep is not null)
                await view.SaveAsync(review, seen);
        }
        catch (StaleDraftException)
        {
            return await ShowStaleAsync(request, await DraftView.OpenAsync(request), texts, target);
        }

        var number = review.Draft.Events.First(report => report.Id == name).Place + 1;
        return request.Go($"/desk/drafts/{view.Draft.Id}?done=Report+{number}+is+saved.#r-{number}");
    }

    // What may be reported of the words: by the rules, by the types of the codebook, and the form once one is chosen.
    private static async Task<CodeContent> OfferAsync(
        DeskRequest request,
        DraftView view,
        CodeContent page,
        ChosenWords chosen
    )
    {
        var acts = await SentenceProposals.ReadActsAsync(request.Store, view.Draft.Negotiation, request.Cancelled);
        var proposals = SentenceProposals.Find(
            view.Draft,
            view.Text,
            view.Talks,
            acts,
            (chosen.Start, chosen.End),
            request.Cancelled
        );
        var proposal = int.TryParse(
            request["proposal"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? proposals.ElementAtOrDefault(number)
            : null;
        var type = proposal?.Type ?? request["type"];
        if (type is null)
        {
            var types = TypeSearch.Find(request["q"], view.Text.Slice(chosen.Start, chosen.End));
            return page with { Proposals = proposals, Search = (types, request["q"] ?? "") };
        }

        var proposed = proposal?.Texts
            ?? SentenceProposals.FindFacts(view.Draft, view.Text, view.Talks, type, (chosen.Start, chosen.End));
        var texts = new Dictionary<string, string>(proposed, StringComparer.Ordinal)
        {
            ["type"] = type,
            ["evidence"] = chosen.Evidence,
        };
        return page with
        {
            Form = ReportFormContent.Create(view.Talks, null, texts, [], view.Draft.Published) with
            {
                By = proposal?.By,
                Proposed = proposal is null ? [.. proposed.Keys] : [],
            },
            Acts = view.ListActs(acts, type),
        };
    }

    private static async Task<IResult> ShowReportAsync(DeskRequest request, DraftView view, string id)
    {
        if (view.FindEvent(id) is not { } report)
            throw new NotFoundInDeskException($"the draft has no report '{id}' any more");
        return await ShowFormAsync(request, view, view.File.ReadForm(report.Place), [], reportId: id);
    }

    private static Task<IResult> ShowStaleAsync(
        DeskRequest request,
        DraftView view,
        IReadOnlyDictionary<string, string> texts,
        DraftEvent? target
    )
    {
        var now = target is null ? null : view.FindEvent(target.Id);
        var saved = now is null ? null : view.File.ReadForm(now.Place);
        var who = view.Draft.SavedBy ?? "somebody in another window";
        return ShowFormAsync(
            request,
            view,
            saved is null ? texts : StaleForm.Merge(texts, request.Form["base"], saved),
            [
                (
                    "",
                    $"{who} has saved this draft meanwhile, {DeskTime.Describe(view.Draft.Saved)}. Below is what you "
                        + "typed, and beside it what is saved now where that differs; save again to replace it"
                ),
            ],
            StatusCodes.Status409Conflict,
            others: saved
        );
    }

    private static async Task<IResult> ShowFormAsync(
        DeskRequest request,
        DraftView view,
        IReadOnlyDictionary<string, string> texts,
        IReadOnlyList<(string Field, string Message)> errors,
        int status = StatusCodes.Status200OK,
        IReadOnlyDictionary<string, string>? others = null,
        string? reportId = null,
        bool isNew = false
    )
    {
        var id = isNew ? null : reportId ?? request.Form?.Find("report");
        var type = texts.GetValueOrDefault("type", "");
        var acts = await SentenceProposals.ReadActsAsync(request.Store, view.Draft.Negotiation, request.Cancelled);
        var page = view.Show(FindChosen(view, texts));
        return await request.ShowAsync<CodePage>(
            page with
            {
                Form = ReportFormContent.Create(view.Talks, id, texts, errors, view.Draft.Published, others) with
                {
                    By = request.Form?.Find("by"),
                    IsOpen = id is not null && view.FindEvent(id)?.IsOpen == true,
                    Base =
                        id is not null && view.FindEvent(id) is { } now
                            ? StaleForm.Write(view.File.ReadForm(now.Place))
                            : null,
                },
                Acts = view.ListActs(acts, type),
            },
            status
        );
    }

    // The first place of the evidence, which the text shows as chosen.
    private static ChosenWords? FindChosen(DraftView view, IReadOnlyDictionary<string, string> texts) =>
        texts
            .GetValueOrDefault("evidence", "")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(new WordPlaces(view.Text).Find)
            .OfType<(int Start, int End)>()
            .Select(place => new ChosenWords(place.Start, place.End, ""))
            .FirstOrDefault();
}
