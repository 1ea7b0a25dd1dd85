namespace Negotiations.Formats;

/// <summary>What a store is and holds, as JSON (<c>docs/schema/store.schema.json</c>).</summary>
public static class StoreJson
{
    public static string Write(StoreDescription store) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("where", store.Where);
            writer.WriteString("server", store.Server);
            writer.WriteNumber("schema", store.Schema);
            writer.WriteString("marten", store.Marten);
            writer.WriteNumber("bytes", store.Bytes);
            writer.WriteNumber("position", store.Last.Position);
            writer.WriteString("recordedAt", store.Last.At?.ToString());
            writer.WriteString("head", store.Head is null ? null : Convert.ToHexStringLower(store.Head));
            writer.WriteStartArray("negotiations");
            foreach (var negotiation in store.Negotiations)
            {
                writer.WriteStartObject();
                writer.WriteString("talks", negotiation.Id);
                writer.WriteNumber("articles", negotiation.Articles);
                writer.WriteNumber("events", negotiation.Events);
                writer.WriteNumber("lastPosition", negotiation.LastPosition);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
