using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>Takes a negotiation's own file into its stream.</summary>
public static class NegotiationIntake
{
    /// <summary>What taking in a file comes to: nothing when the last definition is the same, else a new one.</summary>
    /// <param name="stream">The negotiation's stream as it stands.</param>
    /// <param name="definition">What the file says.</param>
    public static IntakeDecision Decide(RecordedStream stream, NegotiationDefined definition)
    {
        var name = StreamName.ForNegotiation(definition.Negotiation);
        var isSame =
            stream.Events.LastOrDefault(recorded => recorded.Event is NegotiationDefined { Erased: false }) is { } last
            && JsonNode.DeepEquals(ToJson(last.Event), ToJson(definition));
        return new(
            name,
            stream.Version,
            isSame ? [] : [new(EventId.ForDefinition(name, stream.Version + 1), definition)],
            []
        );
    }

    private static JsonNode? ToJson(DomainEvent @event) =>
        JsonSerializer.SerializeToNode(@event, @event.GetType(), EventJson.Options);
}
