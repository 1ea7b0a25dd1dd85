using Negotiations.Tests.Laws;

namespace Negotiations.Formats.Tests;

public class CodesOfParties
{
    [Fact]
    public void The_sides_of_source_and_target_have_names_and_the_codes_of_the_negotiations_file()
    {
        var rows = Enumerable.Range(0, 100).SelectMany(ListRows).ToList();

        Assert.Contains(rows, row => row["source_side"] is not null);
        Assert.Contains(rows, row => row["target_side"] is not null);
        foreach (var row in rows)
        {
            foreach (var who in new[] { "source", "target" })
            {
                var side = row[$"{who}_side"];
                Assert.Equal(side is null, string.IsNullOrEmpty(row[$"{who}_side_name"]));
                Assert.Equal(side is null ? null : "XY", row[$"{who}_iso"]);
                Assert.Equal(side?[..3].ToUpperInvariant(), row[$"{who}_cameo"]);
            }
        }
    }

    // With codes for every party of the negotiation's file.
    private static IEnumerable<Dictionary<string, string?>> ListRows(int number)
    {
        var trial = Trials.At(number);
        var log = new NegotiationLog(
            trial.History.AsRead.Settled,
            [.. trial.History.Log.Select(recorded => recorded with { Event = WithCodes(recorded.Event) })]
        );
        var exported = ExportSource.Create(trial.Question, log, null, "negotiations 1.2.3");
        var columns = EventsCsv.Columns(exported);
        return EventsCsv
            .Rows(exported.Answer)
            .Select(row => columns.ToDictionary(column => column.Name, column => column.Cell(row)));
    }

    private static DomainEvent WithCodes(DomainEvent @event) =>
        @event switch
        {
            NegotiationDefined definition => definition with { Entities = [.. definition.Entities.Select(WithCodes)] },
            Report { Actor: { } actor, Side: not null } report => report with { Target = actor },
            _ => @event,
        };

    private static NamedEntity WithCodes(NamedEntity entity) =>
        entity.Kind == EntityKind.Party ? entity with { Codes = new("XY", entity.Id[..3].ToUpperInvariant()) } : entity;
}
