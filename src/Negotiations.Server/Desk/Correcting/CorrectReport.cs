using System.Globalization;
using Wolverine;

namespace Negotiations.Server.Desk;

/// <summary>Corrects a report: first shows what would change, then records it.</summary>
internal static class CorrectReport
{
    public static async Task<IResult> ShowAsync(DeskRequest request)
    {
        var talks = request["talks"] ?? throw new WrongParameterException("talks", "'talks' is missing");
        request.Caller.RequireNegotiation(talks);
        var log = await request.Store.ReadLogAsync(talks, recordedBy: null, request.Cancelled);
        if (log.Definition is null)
            throw new NotFoundInDeskException($"there is no negotiation '{talks}'");
        return request["event"] is { } named
            ? await request.ShowAsync<CorrectPage>(CorrectContent.Create(request.Visit(), log, named))
            : await request.ShowAsync<ChoosePage>(
                ChooseContent.Create(request.Visit(), log, request["article"], request["fact"])
            );
    }

    public static async Task<IResult> SendAsync(DeskRequest request)
    {
        var form = request.Form;
        var (talks, named) = (form["talks"], form["event"]);
        request.Caller.RequireNegotiation(talks);
        var log = await request.Store.ReadLogAsync(talks, recordedBy: null, request.Cancelled);
        if (log.Definition is null)
            throw new NotFoundInDeskException($"there is no negotiation '{talks}'");
        var seen = await ReadSeenAsync(request, talks, log);
        var sent = SentCorrection.Read(form, seen, named);
        var page = CorrectContent.Create(request.Visit(), log, named) with { Sent = sent };
        var later = page.Corrections.Where(correction => correction.Recorded.Position > seen.Settled.Position).ToList();
        // What the first did is shown before the second does anything.
        if (later.Count > 0)
            return await ShowAsync(request, page with { Later = later }, StatusCodes.Status409Conflict);
        if (sent.Errors.Count > 0)
            return await ShowAsync(request, page, StatusCodes.Status422UnprocessableEntity);
        var (plan, correction, errors) = Plan(request, log, page.Target, named, sent);
        if (plan is null)
            return await ShowAsync(
                request,
                page with
                {
                    Sent = sent with { Errors = errors },
                },
                StatusCodes.Status422UnprocessableEntity
            );
        if (form["do"] != "record" || form["previewed"] != sent.Hash)
            return await request.ShowAsync<CorrectPage>(page with { Plan = PlannedChange.Create(plan, log) });
        try
        {
            var result = await RetryPolicy.InvokeAsync<IntakeResult>(
                request.Context.RequestServices.GetRequiredService<IMessageBus>(),
                new CorrectEvent(
                    $"{page.Target.Id}",
                    correction,
                    new Sender(request.Caller.Name, request.Caller.Negotiation),
                    seen.Settled.Position
                ),
                request.Cancelled
            );
            return request.Go(
                $"/desk/corrected?talks={Uri.EscapeDataString(talks)}&event={Uri.EscapeDataString(named)}"
                    + $"&id={result.Events[0]}"
            );
        }
        catch (RefusedEventException exception)
        {
            var now = await request.Store.ReadLogAsync(talks, recordedBy: null, request.Cancelled);
            var after = CorrectContent.Create(request.Visit(), now, named) with
            {
                Sent = sent with { Errors = [("", exception.Refusal.Message)] },
            };
            return await ShowAsync(
                request,
                after with
                {
                    Later = [.. after.Corrections.Where(other => other.Recorded.Position > seen.Settled.Position)],
                },
                StatusCodes.Status409Conflict
            );
        }
    }

    public static async Task<IResult> ShowDoneAsync(DeskRequest request)
    {
        var talks = request["talks"] ?? "";
        request.Caller.RequireNegotiation(talks);
        var log = await request.Store.ReadLogAsync(talks, recordedBy: null, request.Cancelled);
        var recorded = Guid.TryParse(request["id"], out var id) ? log.Find(id) : null;
        if (recorded?.Event is not Correction correction)
            throw new NotFoundInDeskException("there is no such correction");
        return await request.ShowAsync<CorrectedPage>(
            new CorrectedContent(
                request.Visit(),
                talks,
                correction.Article,
                EventReference.Format(correction),
                CorrectionWords.Describe(correction, log.Zone),
                recorded.Position,
                FindUndone(log, correction),
                correction.Reason
            )
        );
    }

    // What the correction that was undone did, in words; null where none was.
    private static string? FindUndone(NegotiationLog log, Correction correction) =>
        correction is CorrectionUndone && log.Find(correction.Target)?.Event is Correction undone
            ? CorrectionWords.Describe(undone, log.Zone)
            : null;

    private static Task<IResult> ShowAsync(DeskRequest request, CorrectContent page, int status) =>
        request.ShowAsync<CorrectPage>(page, status);

    // What whoever asks had before them when they began.
    private static async Task<NegotiationLog> ReadSeenAsync(DeskRequest request, string talks, NegotiationLog now)
    {
        if (
            !long.TryParse(request.Form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            || seen > now.Settled.Position
        )
            throw new WrongParameterException("seen", "'seen' is no position of this record");
        return seen == now.Settled.Position
            ? now
            : await request.Store.ReadLogAsync(talks, new RecordedBound.AtPosition(seen), request.Cancelled);
    }

    private static (CorrectionPlan? Plan, CorrectionRequest Request, IReadOnlyList<(string, string)> Errors) Plan(
        DeskRequest request,
        NegotiationLog log,
        RecordedEvent target,
        string named,
        SentCorrection sent
    )
    {
        var correction = sent.Write(request.Caller.Sign(null));
        try
        {
            var plan = correction.Plan(log, target, named);
            // All of the chain was before them: the correction builds on its end.
            if (plan.Refusal is { BuildOn: { } end, Retractions.Count: 0 } && sent.By == "coder")
            {
                correction = correction with { On = end.Correction.Id };
                plan = correction.Plan(log, target, named);
            }

            return plan.Refusal is { } refusal
                ? (null, correction, [(sent.FindField(refusal.Field), refusal.Message)])
                : (plan, correction, []);
        }
        catch (CodingException exception)
        {
            return (
                null,
                correction,
                [.. exception.Errors.Select(error => (sent.FindField(error.Field), error.Message))]
            );
        }
    }
}
