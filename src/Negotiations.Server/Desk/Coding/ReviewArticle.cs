using System.Globalization;

namespace Negotiations.Server.Desk;

/// <summary>Deciding the proposals of a draft, one by one.</summary>
internal static class ReviewArticle
{
    public static async Task<IResult> StepAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        var form = request.Form;
        if (!long.TryParse(form["version"], CultureInfo.InvariantCulture, out var seen) || seen != view.Draft.Version)
            return await RefuseAsync(request, view);
        if (form["do"] == "undo")
            return await UndoAsync(request, view);
        var target = view.FindEvent(form["report"])
            ?? throw new NotFoundInDeskException("the draft has no such report any more");
        var review = view.Review();
        switch (form["do"])
        {
            case "accept" when target.By is not null:
                var errors = await review.AcceptAsync(target.Place, request.Cancelled);
                if (errors.Count > 0)
                    return await ShowErrorsAsync(request, view, target, errors);
                break;
            case "reject" when target.By is not null:
                review.Reject(target.Place, form.Find("reason"));
                break;
            case "reopen" when target.By is not null:
                review.Reopen(target.Place);
                break;
            case "delete":
                review.Remove(target.Place);
                break;
            default:
                throw new WrongParameterException("do", $"'{form["do"]}' is no step of a review of this report");
        }

        try
        {
            await view.SaveAsync(review, seen);
        }
        catch (StaleDraftException)
        {
            return await RefuseAsync(request, await DraftView.OpenAsync(request));
        }

        var accepted = review.Draft.Events.ElementAtOrDefault(target.Place);
        var advice =
            form["do"] == "accept" && accepted is not null
                ? EmptyFields.Advise(accepted.Type, review.Draft.ReadForm(target.Place))
                : null;

        // The next proposal that is to be decided, so that one need not look for it.
        var next = review.Draft.Events.FirstOrDefault(report => report.IsOpen && report.Place >= target.Place)
            ?? review.Draft.Events.FirstOrDefault(report => report.IsOpen);
        var place = next?.Place ?? Math.Min(target.Place, review.Draft.Events.Count - 1);
        var shown = form.Find("show");
        var (isReopened, step) = (form["do"] == "reopen", $"{Capitalisation.Capitalise(review.LastStep!)}.");
        if (isReopened)
        {
            // It is none of those that were rejected any more: it is shown where it is now.
            shown = shown is "rejected" ? "open" : shown;
            (place, step) = (target.Place, $"{step} It is under “To decide” again.");
        }

        if (advice is not null)
            step = $"{step} {advice}";
        var show = shown is null ? "" : $"&show={Uri.EscapeDataString(shown)}";
        var done = Uri.EscapeDataString(step);
        return request.Go($"/desk/drafts/{view.Draft.Id}?done={done}{show}#r-{place + 1}");
    }

    private static async Task<IResult> UndoAsync(DeskRequest request, DraftView view)
    {
        var draft = view.Draft;
        if (draft.Before is null)
            return request.Go($"/desk/drafts/{draft.Id}");
        var step = draft.LastStep;
        draft.Take(DraftFile.Read(new SubmittedFile($"{draft.Article}.yaml", draft.Before)));
        (draft.Before, draft.LastStep) = (null, null);
        try
        {
            await request.Shelf.SaveAsync(draft, request.Caller.Name, request.Cancelled);
        }
        catch (StaleDraftException)
        {
            return await RefuseAsync(request, await DraftView.OpenAsync(request));
        }

        return request.Go($"/desk/drafts/{draft.Id}?done={Uri.EscapeDataString($"Undone: {step}.")}#reports");
    }

    private static Task<IResult> RefuseAsync(DeskRequest request, DraftView view) =>
        request.ShowAsync<CodePage>(
            view.Show() with
            {
                IsRefused = true,
                Notice =
                    $"{view.Draft.SavedBy ?? "Somebody in another window"} has saved this draft meanwhile, "
                    + $"{DeskTime.Describe(view.Draft.Saved)}. Below it stands as it is now; your last step "
                    + "was not done.",
            },
            StatusCodes.Status409Conflict
        );

    // Why it cannot be accepted stands in the form in which it can be mended.
    private static Task<IResult> ShowErrorsAsync(
        DeskRequest request,
        DraftView view,
        DraftEvent target,
        IReadOnlyList<CodingError> errors
    ) =>
        request.ShowAsync<CodePage>(
            view.Show() with
            {
                Form = ReportFormContent.Create(
                    view.Talks,
                    target.Id,
                    view.File.ReadForm(target.Place),
                    [.. errors.Select(error => (NewReport.ShortenPath(error.Field), error.Message))],
                    view.Draft.Published
                ) with
                {
                    IsOpen = true,
                    Base = StaleForm.Write(view.File.ReadForm(target.Place)),
                },
            },
            StatusCodes.Status422UnprocessableEntity
        );
}
