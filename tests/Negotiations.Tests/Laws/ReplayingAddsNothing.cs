using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Law 4: replaying the same coding again adds nothing, and a coding in parts gives the events of the whole.
/// </summary>
public sealed class ReplayingAddsNothing(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(trial => NothingAdded(trial, new CodingIntake()));

    [Fact]
    public void Identifiers_by_arrival_are_found() => Find("identifiers by arrival", new IdentifiersByArrival());

    [Fact]
    public void A_comparison_of_what_names_were_resolved_to_is_found() =>
        Find("a comparison of what names were resolved to", new ResolvedNamesCompared());

    [Fact]
    public void Stored_reports_of_every_version_are_found() =>
        Find("stored reports of every version", new ReportsOfEveryVersion());

    [Fact]
    public void A_file_taken_in_whole_for_one_new_report_is_found() =>
        Find("a file taken in whole for one new report", new WholeFileForOneReport());

    [Fact]
    public void Only_new_versions_taken_in_are_found() => Find("only new versions taken in", new OnlyNewVersions());

    [Fact]
    public void Definitions_compared_as_objects_are_found() =>
        Find("definitions compared as objects", new DefinitionsAsObjects());

    internal static string? NothingAdded(Trial trial, CodingIntake takingIn)
    {
        var dice = trial.Dice;
        var codings = Codings.FromHistory(trial.History);
        List<PlainReading> readings =
        [
            .. Enumerable.Range(0, 3).Select(_ => new PlainReading(RandomDefinition.Next(dice))),
        ];
        var (once, inParts) = (new SimulatedStore(takingIn), new SimulatedStore(takingIn));
        return Twice(once, codings, readings)
            ?? InParts(inParts, codings, readings, dice)
            ?? SameEvents(once, inParts, readings[0]);
    }

    private static string? Twice(SimulatedStore store, IReadOnlyList<CodedArticle> codings, List<PlainReading> readings)
    {
        var steps = codings.Select(coded => new CodingStep(coded, MustBeThere: false)).ToList();
        var again = steps.Select(step => step with { MustBeThere = true }).ToList();
        return Take(store, readings[0], steps) ?? Take(store, readings[0], again) ?? Take(store, readings[1], again);
    }

    private static string? InParts(
        SimulatedStore store,
        IReadOnlyList<CodedArticle> codings,
        List<PlainReading> readings,
        Dice dice
    )
    {
        var reading = readings[0];
        foreach (var step in Codings.InParts(codings, dice))
        {
            if (dice.Chance(25))
                reading = dice.Pick(readings);
            if (Take(store, reading, [step]) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Take(SimulatedStore store, PlainReading reading, IReadOnlyList<CodingStep> steps)
    {
        store.Take(reading.Definition);
        if (store.Take(reading.Definition).Append.Count > 0)
            return "a definition was added again";
        foreach (var step in steps)
        {
            var decision = store.Take(reading.Read(step.Coded));
            if (decision.Differences.Count > 0)
                return $"{step}: differs\n{string.Join('\n', decision.Differences)}";
            if (step.MustBeThere && decision.Append.Count > 0)
                return $"{step}: added {string.Join(' ', decision.Append.Select(added => added.Id))}";
        }

        return null;
    }

    // What names were resolved to is that of their intake, so both are read by one definition.
    private static string? SameEvents(SimulatedStore once, SimulatedStore inParts, PlainReading reading)
    {
        var (expected, actual) = (ListEvents(once, reading), ListEvents(inParts, reading));
        return expected.SetEquals(actual)
            ? null
            : $"only at once\n{string.Join('\n', expected.Except(actual))}\nonly in "
                + $"parts\n{string.Join('\n', actual.Except(expected))}";
    }

    private static HashSet<string> ListEvents(SimulatedStore store, PlainReading reading) =>
        [
            .. store
                .Log.Where(recorded => recorded.Event is not NegotiationDefined)
                .Select(recorded => $"{recorded.Stream} {recorded.Id} {EventJson.Write(reading.Read(recorded.Event))}"),
        ];

    private void Find(string fault, CodingIntake faulty) =>
        new Trials(output).Find(fault, trial => NothingAdded(trial, faulty));
}
