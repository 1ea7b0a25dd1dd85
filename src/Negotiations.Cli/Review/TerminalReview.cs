using Negotiations.Cli.Rendering;
using Negotiations.Coding;

namespace Negotiations.Cli.Review;

/// <summary>Walks through the proposals of a draft on a terminal; every step is saved before the next begins.</summary>
/// <param name="session">The review.</param>
/// <param name="text">The text of the article; null where it is not at hand.</param>
/// <param name="keys">What is typed.</param>
/// <param name="output">Where it is shown.</param>
/// <param name="save">Writes the draft.</param>
internal sealed class TerminalReview(
    ReviewSession session,
    NormalisedText? text,
    ReviewKeys keys,
    TextWriter output,
    Func<DraftFile, Task> save
)
{
    private const string Help = "a accept  r reject  e edit a field  s skip  b back  + add  u undo  q quit  ? help";

    private const string LongHelp = """
          a  accept: it becomes a report; refused where a replay would refuse it
          r  reject: it stays in the file with your reason, and is never taken in
          e  edit a field: such as actor, happened, details.form, evidence; an empty value takes the field away
          s  skip: it stays open
          b  back to the one before
          +  add a report that nobody proposed
          A  accept all that are still to be shown, after a question; those that a replay would refuse stay open
          u  undo the last step
          q  quit; everything is saved, and 'review' goes on from there
        """;

    private int at;

    /// <summary>Walks through proposals until the reviewer comes to an end.</summary>
    /// <param name="places">The proposals, by their places in the file.</param>
    /// <param name="cancellationToken">Ends it; what was decided is saved.</param>
    public async Task RunAsync(IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        output.WriteLine(Help);
        do
        {
            while (at < places.Count && !session.Draft.Events[places[at]].IsOpen)
                at++;
            if (at < places.Count)
                Page.Write(
                    output,
                    ReviewCard.Render(session.Draft.Events[places[at]], text, $"{at + 1} of {places.Count}")
                );
            else
                output.WriteLine("That was the last one. + adds a report, u undoes, b goes back, q quits.");
        } while (await DecideAsync(places, cancellationToken));
    }

    // False where the reviewer quits, or nothing more is typed.
    private async Task<bool> DecideAsync(IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        while (true)
        {
            output.Write(at < places.Count ? "[a r e s b + A u q ?] " : "[b + u q ?] ");
            output.Flush();
            var key = await keys.ReadCommandAsync(cancellationToken);
            switch (key)
            {
                case null or "q":
                    return false;
                case "b":
                    GoBack(places);
                    return true;
                case "+":
                    await AddAsync(cancellationToken);
                    return true;
                case "u":
                    if (session.Undo() is not { } undone)
                    {
                        output.WriteLine("there is nothing to undo");
                        continue;
                    }

                    await SaveAsync();
                    output.WriteLine($"undone: {undone}");
                    at = 0;
                    return true;
                case "?":
                    output.WriteLine(LongHelp);
                    continue;
                case "":
                    continue;
            }

            if (at == places.Count || await DecideAsync(key, places, cancellationToken) is not { } isDone)
                output.WriteLine($"'{key}' is no key here. {Help}");
            else if (isDone)
                return true;
        }
    }

    // Whether something else is to be shown now; null where the key means nothing.
    private async Task<bool?> DecideAsync(string key, IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        var place = places[at];
        switch (key)
        {
            case "a":
                if (!await TryAcceptAsync(place, cancellationToken))
                    return false;
                at++;
                return true;
            case "A":
                await AcceptAllAsync(places, cancellationToken);
                return true;
            case "r":
                var reason = await keys.ReadLineAsync("why? (Enter for no reason)", cancellationToken);
                session.Reject(place, string.IsNullOrEmpty(reason) ? null : reason);
                await SaveAsync();
                at++;
                return true;
            case "e":
                return await EditAsync(place, cancellationToken);
            case "s":
                at++;
                return true;
            default:
                return null;
        }
    }

    private async Task<bool> TryAcceptAsync(int place, CancellationToken cancellationToken)
    {
        var errors = await session.AcceptAsync(place, cancellationToken);
        ShowErrors(errors);
        if (errors.Count > 0)
            return false;
        await SaveAsync();
        return true;
    }

    private async Task AcceptAllAsync(IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        var open = places.Skip(at).Where(place => session.Draft.Events[place].IsOpen).ToList();
        var answer = await keys.ReadLineAsync($"accept {open.Count} as they stand? [y/N]", cancellationToken);
        if (answer is not ("y" or "yes"))
            return;
        var accepted = 0;
        foreach (var place in open)
            accepted += await TryAcceptAsync(place, cancellationToken) ? 1 : 0;
        output.WriteLine($"{accepted} accepted{(accepted < open.Count ? $", {open.Count - accepted} stay open" : "")}");
        at = places.Count;
    }

    private async Task<bool> EditAsync(int place, CancellationToken cancellationToken)
    {
        var field = await keys.ReadLineAsync("which field?", cancellationToken);
        if (string.IsNullOrEmpty(field))
            return false;
        var before = session.Draft.Events[place].Find(field);
        var value = await keys.ReadLineAsync(
            before is null ? $"{field} is not there; what is it to be?" : $"{field} is {before}; what is it to be?",
            cancellationToken
        );
        if (value is null)
            return false;
        try
        {
            ShowErrors(await session.EditAsync(place, field, value, cancellationToken));
            await SaveAsync();
            await KeepSummaryAsync(place, field, cancellationToken);
        }
        catch (FormatException exception)
        {
            output.WriteLine($"{field}: what you typed {exception.Message}");
            return false;
        }

        return true;
    }

    // A sentence that was made of the fields says the old thing after an edit.
    private async Task KeepSummaryAsync(int place, string field, CancellationToken cancellationToken)
    {
        if (field is "summary" or "act" or "evidence" || session.Draft.Events[place].Find("summary") is not { } summary)
            return;
        var other = await keys.ReadLineAsync($"the summary is: {summary} Another? (Enter keeps it)", cancellationToken);
        if (string.IsNullOrEmpty(other))
            return;
        ShowErrors(await session.EditAsync(place, "summary", other, cancellationToken));
        await SaveAsync();
    }

    private async Task AddAsync(CancellationToken cancellationToken)
    {
        var fields = new List<(string Name, string Value)>();
        foreach (var (name, question) in ReportQuestions.All)
        {
            var value = await keys.ReadLineAsync(question, cancellationToken);
            if (value is null)
                return;
            if (value.Length > 0)
                fields.Add((name, value));
        }

        // What a replay would refuse is mended here, and none of the answers is lost.
        while (await TryAddAsync(fields, cancellationToken) is { } problem)
        {
            output.WriteLine($"  {problem}");
            var name = await keys.ReadLineAsync("which field is to be another? (Enter: give it up)", cancellationToken);
            if (string.IsNullOrEmpty(name))
                return;
            var before = fields.FirstOrDefault(field => field.Name == name).Value;
            var value = await keys.ReadLineAsync(
                $"{name} is {before ?? "not there"}; what is it to be?",
                cancellationToken
            );
            fields.RemoveAll(field => field.Name == name);
            if (!string.IsNullOrEmpty(value))
                fields.Add((name, value));
        }

        await SaveAsync();
        output.WriteLine($"{session.LastStep}");
    }

    private async Task<string?> TryAddAsync(
        IReadOnlyList<(string Name, string Value)> fields,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var errors = await session.AddAsync(NewReport.Complete(fields), cancellationToken);
            return errors.Count == 0
                ? null
                : string.Join("\n  ", errors.Select(error => $"{NewReport.ShortenPath(error.Field)}: {error.Message}"));
        }
        catch (FormatException exception)
        {
            return $"what you typed {exception.Message}";
        }
    }

    private void GoBack(IReadOnlyList<int> places)
    {
        var earlier = at - 1;
        while (earlier >= 0 && !session.Draft.Events[places[earlier]].IsOpen)
            earlier--;
        if (earlier < 0)
            output.WriteLine("there is no open proposal before this one; 'u' takes a decision back");
        else
            at = earlier;
    }

    private void ShowErrors(IReadOnlyList<CodingError> errors)
    {
        foreach (var error in errors)
        {
            var field = error.Field.Length > 0 ? $"{NewReport.ShortenPath(error.Field)}: " : "";
            output.WriteLine($"  {field}{error.Message}");
        }

        if (errors.Count > 0)
            output.WriteLine("  a replay would refuse it: edit it first, or reject it");
    }

    private Task SaveAsync() => save(session.Draft);
}
