using System.Globalization;
using NodaTime.Text;

namespace Negotiations;

/// <summary>
/// The text of a checkpoint: five lines, each ended by a line feed, of ASCII; these bytes are what is signed.
/// </summary>
internal static class CheckpointText
{
    public const string Title = "negotiations checkpoint 1";

    private static readonly string[] Names = ["first", "position", "head", "at"];

    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss.ffffff'Z'"
    );

    /// <summary>The number of lines that are signed.</summary>
    public static int Lines => 1 + Names.Length;

    public static string Write(Checkpoint checkpoint) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Title}\nfirst {Convert.ToHexStringLower(checkpoint.First.Span)}\nposition "
                + $"{checkpoint.Position}\nhead {Convert.ToHexStringLower(checkpoint.Head.Span)}\nat "
                + $"{Time.Format(checkpoint.At)}\n"
        );

    public static Checkpoint Read(string text)
    {
        var lines = text.Split('\n');
        var values = lines
            .Skip(1)
            .Zip(Names, (line, name) =>
                line.StartsWith($"{name} ", StringComparison.Ordinal) ? line[(name.Length + 1)..] : null
            )
            .ToList();
        if (lines[0] != Title || values.Count != Names.Length || values.Contains(null))
            throw Unreadable();
        try
        {
            var read = new Checkpoint(
                Convert.FromHexString(values[0]!),
                long.Parse(values[1]!, NumberStyles.None, CultureInfo.InvariantCulture),
                Convert.FromHexString(values[2]!),
                Time.Parse(values[3]!).GetValueOrThrow()
            );
            return Write(read) == text ? read : throw Unreadable();
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or UnparsableValueException)
        {
            throw Unreadable();
        }
    }

    private static CheckpointException Unreadable() =>
        new(
            $"this is no checkpoint: it begins with '{Title}' and has the lines "
                + $"{string.Join(", ", Names)} and signature. Give the file as it was written"
        );
}
