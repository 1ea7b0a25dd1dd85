using System.Globalization;
using System.Text.Json.Nodes;

namespace Negotiations.Server.Desk;

/// <summary>Changes what the draft says of its article: headline, outlet, time, round.</summary>
internal static class ChangeArticle
{
    private static readonly string[] Fields = ["title", "outlet", "published", "round", "covers", "url"];

    // All that a form sets. The identifier stays, and so does the text, on which everything stands.
    private static readonly string[] Shown =
    [
        "title",
        "outlet",
        "published",
        "basis",
        "reason",
        "earliest",
        "latest",
        "round",
        "covers",
        "url",
    ];

    public static async Task<IResult> ShowAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        var file = view.File;
        return await ShowAsync(
            request,
            view,
            name =>
                name switch
                {
                    "published" => file.FindTop("published") ?? file.FindTop("published.time") ?? "",
                    "basis" or "reason" or "earliest" or "latest" => file.FindTop($"published.{name}") ?? "",
                    _ => file.FindTop(name) ?? "",
                },
            []
        );
    }

    public static async Task<IResult> SendAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        var form = request.Form;
        var errors = new List<(string Field, string Message)>();
        var text = new ArticleText(view.Draft.TextFile, view.Text);
        var head = new ArticleFields(view.Talks).Read(form, text, errors);
        if (!long.TryParse(form["version"], CultureInfo.InvariantCulture, out var seen) || seen != view.Draft.Version)
            return await ShowStaleAsync(request, view);
        if (head is null)
            return await ShowAsync(request, view, form.ReadRaw, errors, StatusCodes.Status422UnprocessableEntity);
        var written = head.Write();
        var review = view.Review();
        var found = await review.SetTopAsync(
            Fields.ToDictionary(field => field, field => (JsonNode?)written[field]?.DeepClone()),
            request.Cancelled
        );
        if (found.Count > 0)
            return await ShowAsync(
                request,
                view,
                form.ReadRaw,
                [.. found.Select(error => (ArticleFields.FindField(error.Field), error.Message))],
                StatusCodes.Status422UnprocessableEntity
            );
        (view.Draft.Title, view.Draft.Published) = (head.Title, head.Published.ToDateTimeOffset());
        try
        {
            await view.SaveAsync(review, seen);
        }
        catch (StaleDraftException)
        {
            return await ShowStaleAsync(request, await DraftView.OpenAsync(request));
        }

        return request.Go($"/desk/drafts/{view.Draft.Id}?done=What+the+article+is+was+saved.");
    }

    private static Task<IResult> ShowStaleAsync(DeskRequest request, DraftView view) =>
        ShowAsync(
            request,
            view,
            request.Form.ReadRaw,
            [
                (
                    "",
                    $"{view.Draft.SavedBy ?? "somebody in another window"} has saved this draft meanwhile, "
                        + $"{DeskTime.Describe(view.Draft.Saved)}; look at it again, and save this anew"
                ),
            ],
            StatusCodes.Status409Conflict
        );

    private static Task<IResult> ShowAsync(
        DeskRequest request,
        DraftView view,
        Func<string, string> read,
        IReadOnlyList<(string Field, string Message)> errors,
        int status = StatusCodes.Status200OK
    ) =>
        request.ShowAsync<ArticleForm>(
            new ArticleFormContent(
                request.Visit(),
                view.Draft,
                [
                    .. new ArticleFields(view.Talks, view.Draft.Published)
                        .List(read, errors)
                        .Where(field => Shown.Contains(field.Name)),
                ],
                [.. errors.Where(error => !Shown.Contains(error.Field)).Select(error => error.Message)],
                [.. view.Talks.Entities.Where(entity => entity.Kind is EntityKind.Outlet or EntityKind.Agency)]
            ),
            status
        );
}

/// <summary>The page on which it is changed what a draft says of its article.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="Draft">The draft.</param>
/// <param name="Fields">The fields of the form.</param>
/// <param name="Errors">What is wrong beside them.</param>
/// <param name="Outlets">The outlets and agencies of the negotiation.</param>
public sealed record ArticleFormContent(
    DeskVisit Visit,
    CodingDraft Draft,
    IReadOnlyList<DeskField> Fields,
    IReadOnlyList<string> Errors,
    IReadOnlyList<NamedEntity> Outlets
);
