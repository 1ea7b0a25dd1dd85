using NodaTime;

namespace Negotiations.Formats;

/// <summary>What a verification found, as JSON.</summary>
public static class VerificationJson
{
    /// <summary>The text, without a line feed at its end.</summary>
    public static string Write(IReadOnlyList<Verification> verifications) =>
        AnswerJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("verified");
            foreach (var verified in verifications)
            {
                writer.WriteStartObject();
                writer.WriteString("talks", verified.Negotiation);
                writer.WriteNumber("position", verified.Settled.Position);
                writer.WriteNumber("answers", verified.Answers);
                writer.WriteStartArray("differences");
                foreach (var fault in verified.Faults)
                {
                    writer.WriteStartObject();
                    writer.WriteString(
                        "knownBy",
                        fault.KnownBy is { } time ? Bound.Format(time, DateTimeZone.Utc) : null
                    );
                    writer.WriteString("where", fault.Where);
                    writer.WriteString("stored", fault.Stored);
                    writer.WriteString("rebuilt", fault.Rebuilt);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
}
