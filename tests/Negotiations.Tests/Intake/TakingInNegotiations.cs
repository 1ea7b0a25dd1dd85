namespace Negotiations.Tests;

public class TakingInNegotiations
{
    private static readonly NegotiationDefined First = (NegotiationDefined)
        Filled.Create(typeof(NegotiationDefined)) with
    {
        Negotiation = "lake",
    };

    private static readonly NegotiationDefined Second = First with { Title = "Pond talks" };

    [Fact]
    public void The_first_definition_is_appended() => Appends(new(0, []), First, ordinal: 1);

    [Fact]
    public void The_same_definition_again_is_not() =>
        Assert.Empty(NegotiationIntake.Decide(Stored(First), Same(First)).Append);

    [Fact]
    public void A_changed_definition_is_appended() => Appends(Stored(First), Second, ordinal: 2);

    [Fact]
    public void A_definition_that_was_there_before_the_last_is_appended_again() =>
        Appends(Stored(First, Second), Same(First), ordinal: 3);

    [Fact]
    public void A_definition_is_numbered_by_its_version_in_the_stream() =>
        Appends(Stored(First) with { Version = 4 }, Second, ordinal: 5);

    private static void Appends(RecordedStream stream, NegotiationDefined definition, long ordinal)
    {
        var decision = NegotiationIntake.Decide(stream, definition);

        Assert.Equal(("negotiation/lake", ordinal - 1), (decision.Stream, decision.ExpectedVersion));
        var added = Assert.Single(decision.Append);
        Assert.Equal((EventId.ForDefinition("negotiation/lake", ordinal), definition), (added.Id, added.Event));
        Assert.Empty(decision.Differences);
    }

    // As read from a store: other lists with the same content.
    private static NegotiationDefined Same(NegotiationDefined definition) =>
        (NegotiationDefined)EventJson.Read("negotiation_defined", EventJson.Write(definition));

    private static RecordedStream Stored(params NegotiationDefined[] definitions) =>
        new(
            definitions.Length,
            [
                .. definitions.Select(
                    (definition, i) =>
                        new RecordedEvent(
                            i + 1,
                            default,
                            EventId.ForDefinition("negotiation/lake", i + 1),
                            "negotiation/lake",
                            i + 1,
                            definition
                        )
                ),
            ]
        );
}
