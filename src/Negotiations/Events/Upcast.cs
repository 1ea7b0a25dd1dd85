using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>One step from a format of an event's JSON to the next.</summary>
/// <param name="TypeName">Stored name of the event type, or null for every type.</param>
/// <param name="From">The format that the step reads.</param>
/// <param name="Change">The step itself.</param>
public sealed record Upcast(string? TypeName, int From, Func<JsonObject, JsonObject> Change);
