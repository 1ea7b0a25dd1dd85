using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Reads codings by a definition: what is written stays, and names are resolved to what they mean there.
/// </summary>
internal sealed class PlainReading(NegotiationDefined definition)
{
    private readonly NameIndex names = new(definition);
    private readonly Dictionary<DomainEvent, DomainEvent> known = new(ReferenceEqualityComparer.Instance);

    public NegotiationDefined Definition { get; } = definition;

    public CodedArticle Read(CodedArticle coded) => new(Read(coded.Version), [.. coded.Reports.Select(Read)]);

    public T Read<T>(T @event)
        where T : DomainEvent
    {
        if (!known.TryGetValue(@event, out var read))
            read = known[@event] = ReadAnew(@event);
        return (T)read;
    }

    private DomainEvent ReadAnew(DomainEvent @event)
    {
        var json = JsonSerializer.SerializeToNode(@event, @event.GetType(), EventJson.Options)!.AsObject();
        Resolve(json);
        foreach (var link in json["chain"]!.AsArray().OfType<JsonObject>())
            Set(link, "speaksFor", FindEntity(link["name"])?.SpeaksFor);
        if (@event is Report { SideIsWritten: false })
            Set(json, "side", FindSide(FindEntity(json["actor"])));
        return EventJson.Read(EventTypes.GetStoredName(@event.GetType()), json.ToJsonString());
    }

    private void Resolve(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject name when IsName(name):
                var written = name["written"]!.GetValue<string>();
                name["id"] = names.Find(written)?.Id ?? Slug.From(written);
                break;
            case JsonObject members:
                foreach (var (_, value) in members)
                    Resolve(value);
                break;
            case JsonArray items:
                foreach (var item in items)
                    Resolve(item);
                break;
        }
    }

    private static bool IsName(JsonObject node) =>
        node.Count == 2 && node.ContainsKey("written") && node.ContainsKey("id");

    private NamedEntity? FindEntity(JsonNode? name) =>
        name is null ? null : names.WithId(name["id"]!.GetValue<string>());

    private static JsonObject? FindSide(NamedEntity? actor) =>
        (actor?.Kind == EntityKind.Party ? actor.Id : actor?.Side) is { } id
            ? new() { ["written"] = "", ["id"] = id }
            : null;

    private static void Set(JsonObject json, string field, JsonNode? value)
    {
        json.Remove(field);
        if (value is not null)
            json[field] = value;
    }
}
