using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>The review of a draft: one decision after the other, each of which can be taken back.</summary>
/// <remarks>
/// Whoever shows it, a terminal or a page, only calls this and saves <see cref="Draft"/> after each step. Nothing is
/// decided beforehand. A proposal is accepted only when a replay would take it.
/// </remarks>
/// <param name="draft">The draft.</param>
/// <param name="reviewer">Who decides.</param>
/// <param name="definition">The negotiation.</param>
/// <param name="texts">The texts of the articles; null where they are not at hand.</param>
public sealed class ReviewSession(DraftFile draft, string reviewer, NegotiationDefined definition, ArticleTexts? texts)
{
    private readonly Stack<(DraftFile Draft, string Step)> before = new();

    /// <summary>The draft as it stands.</summary>
    public DraftFile Draft { get; private set; } = draft;

    /// <summary>The proposals that nobody has decided, in the order of the file.</summary>
    public IEnumerable<DraftEvent> Open => Draft.Events.Where(@event => @event.IsOpen);

    /// <summary>What would be taken back; null where nothing was done.</summary>
    public string? LastStep => before.TryPeek(out var last) ? last.Step : null;

    /// <summary>Accepts a proposal as it stands.</summary>
    /// <returns>What a replay would say against it; then nothing is decided.</returns>
    public async Task<IReadOnlyList<CodingError>> AcceptAsync(int place, CancellationToken cancellationToken = default)
    {
        var accepted = Draft.Decide(place, ReviewDecision.Accepted, reviewer);
        var errors = await CheckAsync(accepted, place, cancellationToken);
        if (errors.Count == 0)
            Step(accepted, $"accepted {Name(place)}");
        return errors;
    }

    /// <summary>Rejects a proposal; it stays in the file, and is never taken in.</summary>
    /// <param name="place">The event.</param>
    /// <param name="reason">Why; null where nobody says.</param>
    public void Reject(int place, string? reason) =>
        Step(Draft.Decide(place, ReviewDecision.Rejected, reviewer, reason), $"rejected {Name(place)}");

    /// <summary>Changes a field of an event; whether it is accepted is another step.</summary>
    /// <returns>What a replay would say against the event as it is then; it is changed all the same.</returns>
    /// <exception cref="FormatException">The value is no YAML.</exception>
    public async Task<IReadOnlyList<CodingError>> EditAsync(
        int place,
        string field,
        string value,
        CancellationToken cancellationToken = default
    )
    {
        var edited = Draft.Edit(place, field, value);
        Step(edited, $"changed {field} of {Name(place)}");
        return await CheckAsync(edited, place, cancellationToken);
    }

    /// <summary>Adds an event that nobody proposed.</summary>
    /// <returns>What a replay would say against it; then it is not added.</returns>
    /// <exception cref="FormatException">A value is no YAML.</exception>
    public async Task<IReadOnlyList<CodingError>> AddAsync(
        IReadOnlyList<(string Name, string Value)> fields,
        CancellationToken cancellationToken = default
    )
    {
        var added = Draft.Add(fields);
        var errors = await CheckAsync(added, added.Events.Count - 1, cancellationToken);
        if (errors.Count == 0)
            Step(added, $"added {added.Events[^1].Id}");
        return errors;
    }

    /// <summary>Gives fields of an event the values of a form.</summary>
    /// <param name="place">The event.</param>
    /// <param name="texts">The fields (<see cref="ReportForm"/>).</param>
    /// <param name="isAccepted">Whether the proposal is accepted with it.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>What a replay would say against the event as it is then; then it stays as it was.</returns>
    /// <exception cref="FieldFormatException">A value is no YAML.</exception>
    public async Task<IReadOnlyList<CodingError>> FillAsync(
        int place,
        IReadOnlyDictionary<string, string> texts,
        bool isAccepted,
        CancellationToken cancellationToken = default
    )
    {
        var filled = Draft.Fill(place, texts);
        // Whoever changes what was accepted answers for it then.
        if (filled.Events[place].By is not null && (isAccepted || filled.Events[place].Decision is not null))
            filled = filled.Decide(place, ReviewDecision.Accepted, reviewer);
        var errors = await CheckAsync(filled, place, cancellationToken);
        if (errors.Count == 0)
            Step(filled, $"changed {Name(place)}");
        return errors;
    }

    /// <summary>Adds an event that somebody filled in.</summary>
    /// <param name="id">Its identifier, which no other has.</param>
    /// <param name="texts">The fields (<see cref="ReportForm"/>).</param>
    /// <param name="by">The rule whose proposal it was before it was filled in; null where there was none.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>What a replay would say against it; then it is not added.</returns>
    /// <exception cref="FieldFormatException">A value is no YAML.</exception>
    public async Task<IReadOnlyList<CodingError>> AddFilledAsync(
        string id,
        IReadOnlyDictionary<string, string> texts,
        string? by = null,
        CancellationToken cancellationToken = default
    )
    {
        var added = Draft.AddFilled(id, texts, by, reviewer);
        var errors = await CheckAsync(added, added.Events.Count - 1, cancellationToken);
        if (errors.Count == 0)
            Step(added, $"added {id}");
        return errors;
    }

    /// <summary>Gives fields at the top of the file other values.</summary>
    /// <returns>What a replay would say against the file as it is then; then it stays as it was.</returns>
    public async Task<IReadOnlyList<CodingError>> SetTopAsync(
        IReadOnlyDictionary<string, JsonNode?> fields,
        CancellationToken cancellationToken = default
    )
    {
        var changed = Draft.SetTop(fields);
        var errors = await DraftChecks.ListAsync(changed, definition, texts, cancellationToken);
        // What stands in a proposal that nobody has decided yet is for whoever decides it.
        var open = changed.Events.Where(@event => @event.IsOpen).Select(@event => $"events[{@event.Place}]").ToList();
        errors =
        [
            .. errors.Where(error => !open.Exists(place => error.Field.StartsWith(place, StringComparison.Ordinal))),
        ];
        if (errors.Count == 0)
            Step(changed, "changed what the article is");
        return errors;
    }

    /// <summary>Takes a decision back: the proposal is open again.</summary>
    public void Reopen(int place) => Step(Draft.Decide(place, null, null), $"opened {Name(place)} again");

    /// <summary>Takes an event out of the file.</summary>
    public void Remove(int place) => Step(Draft.Remove(place), $"deleted {Name(place)}");

    /// <summary>Takes the last step back.</summary>
    /// <returns>What it was; null where nothing was done.</returns>
    public string? Undo()
    {
        if (!before.TryPop(out var last))
            return null;
        Draft = last.Draft;
        return last.Step;
    }

    // What is wrong elsewhere is for the proposal that stands there.
    private async Task<IReadOnlyList<CodingError>> CheckAsync(
        DraftFile changed,
        int place,
        CancellationToken cancellationToken
    ) => [.. (await DraftChecks.FindAsync(changed, definition, texts, cancellationToken))[place]];

    private void Step(DraftFile after, string step)
    {
        before.Push((Draft, step));
        Draft = after;
    }

    private string Name(int place) => Draft.Events[place].Id;
}
