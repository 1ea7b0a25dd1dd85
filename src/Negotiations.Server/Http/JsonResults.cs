using System.Text;

namespace Negotiations.Server;

/// <summary>Answers over HTTP: byte for byte what the command line writes with <c>--format json</c>.</summary>
internal static class JsonResults
{
    /// <summary>JSON, with a line feed at its end.</summary>
    public static IResult Create(string json) => Results.Text($"{json}\n", "application/json", Encoding.UTF8);

    /// <summary>What was taken in.</summary>
    public static IResult Create(IntakeResult taken) =>
        Create(
            AnswerJson.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("talks", taken.Negotiation);
                writer.WriteString("stream", taken.Stream);
                writer.WriteNumber("appended", taken.Events.Count);
                AnswerJson.WriteStrings(writer, "events", taken.Events.Select(id => id.ToString()));
                writer.WriteEndObject();
            })
        );
}
