using System.Globalization;
using Negotiations.Assistant;

namespace Negotiations.Server.Desk;

/// <summary>Makes the page of a draft: with whatever form is open on it.</summary>
internal sealed class DraftView
{
    private readonly DeskRequest request;
    private readonly DraftFile file;

    private DraftView(DeskRequest request, CodingDraft draft, NegotiationDefined talks)
    {
        (this.request, Draft, Talks) = (request, draft, talks);
        file = draft.ReadFile();
        Text = new(draft.Text);
    }

    /// <summary>The draft.</summary>
    public CodingDraft Draft { get; }

    /// <summary>The negotiation.</summary>
    public NegotiationDefined Talks { get; }

    /// <summary>The text.</summary>
    public NormalisedText Text { get; }

    /// <summary>The coded file.</summary>
    public DraftFile File => file;

    /// <summary>Opens the draft that the path of a request names.</summary>
    /// <exception cref="UnknownDraftException">It is not there.</exception>
    public static async Task<DraftView> OpenAsync(DeskRequest request)
    {
        var draft = await request.FindDraftAsync();
        var talks = await FileIntake.ReadDefinitionAsync(request.Store, draft.Negotiation, request.Cancelled)
            ?? throw new NotFoundInDeskException($"the store has no negotiation '{draft.Negotiation}' any more");
        return new(request, draft, talks);
    }

    /// <summary>A review of the draft by whoever asks.</summary>
    public ReviewSession Review() => new(file, request.Reviewer, Talks, new OneArticleText(Draft.TextFile, Text));

    /// <summary>The event with an identifier; null where there is none.</summary>
    public DraftEvent? FindEvent(string id) => file.Events.FirstOrDefault(report => report.Id == id);

    /// <summary>Saves the step that a review has made.</summary>
    /// <param name="review">The review.</param>
    /// <param name="seen">The version on which whoever asks has decided.</param>
    /// <exception cref="StaleDraftException">Somebody has saved meanwhile.</exception>
    public async Task SaveAsync(ReviewSession review, long seen)
    {
        if (seen != Draft.Version)
            throw new StaleDraftException();
        (Draft.Before, Draft.LastStep) = (Draft.Coded, review.LastStep);
        Draft.Take(review.Draft);
        await request.Shelf.SaveAsync(Draft, request.Caller.Name, request.Cancelled);
    }

    /// <summary>The page.</summary>
    public CodeContent Show(ChosenWords? chosen = null)
    {
        var finder = new WordPlaces(Text);
        var round = file.FindTop("round");
        List<ListedReport> reports =
        [
            .. file.Events.Select(report =>
            {
                var form = file.ReadForm(report.Place);
                return new ListedReport(
                    report.Place + 1,
                    report,
                    [.. report.Evidence.Select(finder.Find).OfType<(int Start, int End)>().Order()]
                )
                {
                    Speaker = ChainRows.Describe(form.GetValueOrDefault("chain", "")),
                    OtherRound =
                        round is not null && form.GetValueOrDefault("round") is { } own && own != round ? own : null,
                    Advice = EmptyFields.Advise(report.Type, form),
                };
            }),
        ];
        var marked = reports
            .Where(report => report.Is(ShownReports.Kept))
            .SelectMany(report => report.Places.Select(place => (report.Number, place.Start, place.End)));
        return new(
            request.Visit(),
            Draft,
            Talks,
            MarkedText.Cut(Text, [.. marked], chosen is null ? null : (chosen.Start, chosen.End)),
            reports
        )
        {
            Chosen = chosen,
            Round = round,
            Shown = Enum.TryParse<ShownReports>(request["show"], ignoreCase: true, out var shown) ? shown : default,
        };
    }

    /// <summary>The words between two positions, without the white space around them; null where there are
    /// none.</summary>
    public ChosenWords? Choose(string? start, string? end)
    {
        if (
            !int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || last > Text.Length
        )
            return null;
        while (first < last && string.IsNullOrWhiteSpace(Text.Slice(first, first + 1)))
            first++;
        while (first < last && string.IsNullOrWhiteSpace(Text.Slice(last - 1, last)))
            last--;
        return first < last ? new(first, last, new SpanWords(Text).Write(first, last)) : null;
    }

    /// <summary>The acts that the store and the draft have, for the list under their field.</summary>
    public IReadOnlyList<(string Key, string Words)> ListActs(IReadOnlyList<KnownAct> known, string type) =>
        [
            .. known
                .OrderByDescending(act => act.Type == type)
                .Select(act => (act.Key, $"{Camel.Apart(act.Type)}: {act.Summary}"))
                .Concat(
                    file.Events.Select(report =>
                        (Key: report.Find("act") ?? report.Id, Words: report.Find("summary") ?? "")
                    )
                )
                .DistinctBy(act => act.Key)
                .Take(500),
        ];
}
