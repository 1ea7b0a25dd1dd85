using System.Text;

namespace Negotiations.Server.Desk;

/// <summary>The coded file of a draft, to be kept or worked on elsewhere.</summary>
internal static class DownloadArticle
{
    public static async Task<IResult> ShowAsync(DeskRequest request)
    {
        var view = await DraftView.OpenAsync(request);
        var file = request["places"] switch
        {
            null or "words" => view.File.Text,
            "positions" => (await AnchorAsync(view, request.Cancelled)).Text,
            var other => throw new WrongParameterException("places", $"'{other}' is neither words nor positions"),
        };
        return Results.File(Encoding.UTF8.GetBytes(file), "application/yaml; charset=utf-8", view.File.File);
    }

    public static async Task<IResult> ShowTextAsync(DeskRequest request)
    {
        var draft = await request.FindDraftAsync();
        return Results.File(Encoding.UTF8.GetBytes(draft.Text), "text/plain; charset=utf-8", draft.TextFile);
    }

    /// <summary>What was decided to be reports, with positions and hashes in the place of words: what is
    /// recorded.</summary>
    /// <exception cref="CodingException">Something in it is wrong.</exception>
    public static Task<AnchoredFile> AnchorAsync(DraftView view, CancellationToken cancellationToken)
    {
        var accepted = view.File.SelectAccepted();
        return AnchoredFile.CreateAsync(
            new SubmittedFile(accepted.File, accepted.Text),
            view.Talks,
            view.Draft.FindTexts(),
            cancellationToken
        );
    }
}
