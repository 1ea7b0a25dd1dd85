using System.Text;
using Negotiations.Assistant;

namespace Negotiations.Server.Desk;

/// <summary>Begins the coding of an article: its text, what is known of it, and proposals where they are
/// wanted.</summary>
internal static class BeginArticle
{
    private const string Pasted = "article.txt";

    public static async Task<IResult> ShowAsync(DeskRequest request)
    {
        var all = await ListTalksAsync(request);
        var talks =
            request["talks"] is { } named ? all.FirstOrDefault(one => one.Negotiation == named)
            : all is [var only] ? only
            : null;
        if (request["talks"] is { } unknown && talks is null)
            throw new NotFoundInDeskException($"there is no negotiation '{unknown}' in which you may code");
        if (talks is null)
            return await request.ShowAsync<BeginPage>(
                new BeginContent(request.Visit(), all, null, [], IsProposing: true)
            );
        return await request.ShowAsync<BeginPage>(
            new BeginContent(request.Visit(), all, talks, new ArticleFields(talks).List(_ => "", []), IsProposing: true)
        );
    }

    public static async Task<IResult> SendAsync(DeskRequest request)
    {
        var named = request.Form["talks"];
        var all = await ListTalksAsync(request);
        var talks = all.FirstOrDefault(one => one.Negotiation == named)
            ?? throw new NotFoundInDeskException($"there is no negotiation '{named}' in which you may code");
        var errors = new List<(string Field, string Message)>();
        var text = await ReadTextAsync(request.Form, errors, request.Cancelled);
        var isProposing = request.Form["propose"] == "true";
        var head = NameText(new ArticleFields(talks).Read(request.Form, text, errors));
        if (head is not null && errors.Count == 0)
        {
            var draft = await CreateAsync(request, head, isProposing, errors);
            if (draft is not null)
            {
                await request.Shelf.AddAsync(draft, request.Cancelled);
                return request.Go($"/desk/drafts/{draft.Id}");
            }
        }

        return await request.ShowAsync<BeginPage>(
            new BeginContent(
                request.Visit(),
                all,
                talks,
                new ArticleFields(talks).List(name => request.Form.ReadRaw(name), errors),
                isProposing
            ),
            StatusCodes.Status422UnprocessableEntity
        );
    }

    private static async Task<IReadOnlyList<NegotiationDefined>> ListTalksAsync(DeskRequest request) =>
        [
            .. (await request.Store.ReadDefinedAsync(request.Cancelled))
                .Where(talks => request.Caller.Negotiation is null || talks.Negotiation == request.Caller.Negotiation)
                .OrderBy(talks => talks.Title, StringComparer.Ordinal),
        ];

    // Of a text that was pasted the file is called like the article.
    private static ArticleHead? NameText(ArticleHead? head) =>
        head is { Text.File: Pasted }
            ? head with
            {
                Text = new($"{(string)head.Write()["article"]!}.txt", head.Text.Text),
            }
            : head;

    // A file, or else what was pasted.
    private static async Task<ArticleText?> ReadTextAsync(
        DeskForm form,
        List<(string Field, string Message)> errors,
        CancellationToken cancellationToken
    )
    {
        var file = form.FindFile("file");
        ArticleText read;
        if (file is not null && !string.IsNullOrWhiteSpace(form.ReadRaw("text")))
        {
            errors.Add(
                (
                    "file",
                    "there is a text in the field above, and a file was chosen too: empty the field and choose the "
                        + "file again, or send the text alone"
                )
            );
            return null;
        }

        if (file is not null)
        {
            var name = Path.GetFileName(file.FileName.Replace('\\', '/'));
            if (!ArticleFile.IsText(name) || ForbiddenCharacters.FindProblem(name) is not null)
            {
                errors.Add(("file", "it is neither a text (.txt) nor a saved web page (.html)"));
                return null;
            }

            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            read = ArticleFile.Read(name, content.ToArray());
        }
        else
        {
            var pasted = form.ReadRaw("text");
            if (string.IsNullOrWhiteSpace(pasted))
            {
                errors.Add(("text", "there is no text: paste it, or choose a file"));
                return null;
            }

            read = ForbiddenCharacters.FindProblem(pasted) is { } forbidden
                ? new(Pasted, null) { Problem = $"the text {forbidden}" }
                : new(Pasted, new NormalisedText(pasted.ReplaceLineEndings("\n").Trim('\n')));
        }

        var field = file is null ? "text" : "file";
        if (read.Text is null || ForbiddenCharacters.FindProblem(read.Text.Value) is not null)
            errors.Add((field, read.Problem ?? "the text has characters that no text can have"));
        else if (read.Text.Value.All(char.IsWhiteSpace))
            errors.Add((field, "there is no text in it: paste the words of the article instead"));
        else if (Encoding.UTF8.GetByteCount(read.Text.Value) is var bytes && bytes > CodingDraft.MostText)
            errors.Add(
                (
                    field,
                    $"the text has {Limits.Format(bytes)} bytes, and the desk takes "
                        + $"{Limits.Format(CodingDraft.MostText)}: "
                        + "code it with 'negotiations code', or cut it into its articles"
                )
            );
        else
            return read;
        return null;
    }

    // Null where something is wrong with it, which is noted.
    private static async Task<CodingDraft?> CreateAsync(
        DeskRequest request,
        ArticleHead head,
        bool isProposing,
        List<(string Field, string Message)> errors
    )
    {
        var (text, talks) = (head.Text.Text!, head.Definition);
        var article = (string)head.Write()["article"]!;
        var texts = new OneArticleText(head.Text.File, text);
        var empty = DraftFile.Read(new SubmittedFile($"{article}.yaml", DraftWriter.Write(head.Write(), [])));
        foreach (var error in await DraftChecks.ListAsync(empty, talks, texts, request.Cancelled))
            errors.Add((ArticleFields.FindField(error.Field), error.Message));
        var stream = await request.Store.ReadStreamAsync(
            StreamName.ForArticle(talks.Negotiation, article),
            request.Cancelled
        );
        var hash = text.Identity().Sha256;
        if (
            stream.Events.Any(recorded =>
                recorded.Event is ArticleVersionPublished { Erased: false } version && version.Text.Sha256 == hash
            )
        )
            errors.Add(
                ("article", "this text is in the store already under this identifier: correct its reports instead")
            );
        if (errors.Count > 0)
            return null;
        var proposed = isProposing ? await ProposeAsync(request, head, texts) : new Draft { Proposals = [] };
        var draft = new CodingDraft
        {
            Id = Guid.NewGuid(),
            Owner = request.Caller.Name,
            SavedBy = request.Caller.Name,
            Negotiation = talks.Negotiation,
            Article = article,
            Title = head.Title ?? head.Text.Metadata?.Headline,
            TextFile = head.Text.File,
            Text = text.Value,
            Published = head.Published.ToDateTimeOffset(),
            Notes = [.. DraftWords.Describe(proposed)],
            Begun = DateTimeOffset.UtcNow,
            Saved = DateTimeOffset.UtcNow,
        };
        draft.Take(
            DraftFile.Read(new SubmittedFile($"{article}.yaml", DraftComposer.Write(head.Write(), proposed, text)))
        );
        return draft;
    }

    private static async Task<Draft> ProposeAsync(DeskRequest request, ArticleHead head, ArticleTexts texts)
    {
        var acts = await SentenceProposals.ReadActsAsync(request.Store, head.Definition.Negotiation, request.Cancelled);
        var context = new ArticleContext
        {
            Published = new(head.Published, PublicationBasis.Stated),
            Outlet = head.Outlet,
            Round = head.Round,
            Acts = acts,
        };
        var draft = new RulesCoder().Propose(head.Text.Text!, context, head.Definition, request.Cancelled);
        return await AcceptableDraft.FindAsync(head, draft, texts, request.Cancelled);
    }
}

/// <summary>The page on which an article is begun.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="All">The negotiations in which they may code.</param>
/// <param name="Talks">The one that was chosen; null where one is yet to be.</param>
/// <param name="Fields">The fields of the form.</param>
/// <param name="IsProposing">Whether the rules are to propose reports.</param>
public sealed record BeginContent(
    DeskVisit Visit,
    IReadOnlyList<NegotiationDefined> All,
    NegotiationDefined? Talks,
    IReadOnlyList<DeskField> Fields,
    bool IsProposing
)
{
    /// <summary>The fields in which something is wrong.</summary>
    public IReadOnlyList<DeskField> Wrong => [.. Fields.Where(one => one.Errors.Count > 0)];

    /// <summary>A field by its name.</summary>
    public DeskField this[string name] => Fields.First(one => one.Name == name);
}

/// <summary>There is no such thing at the desk.</summary>
internal sealed class NotFoundInDeskException(string message) : NotFoundException(message);
