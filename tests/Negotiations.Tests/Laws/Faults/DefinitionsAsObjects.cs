namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a definition is the same only where its lists are the same objects.</summary>
internal sealed class DefinitionsAsObjects : CodingIntake
{
    public override IntakeDecision Decide(IReadOnlyList<RecordedEvent> stream, NegotiationDefined definition) =>
        stream.Count > 0 && stream[^1].Event.Equals(definition)
            ? base.Decide(stream, definition)
            : base.Decide([], definition) with
            {
                ExpectedVersion = stream.Count,
                Append =
                [
                    new(
                        EventId.ForDefinition(StreamName.ForNegotiation(definition.Negotiation), stream.Count + 1),
                        definition
                    ),
                ],
            };
}
