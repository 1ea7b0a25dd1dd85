using System.CommandLine.Parsing;
using NodaTime;

namespace Negotiations.Cli.Messages;

/// <summary>The message for a refused correction.</summary>
internal static class RefusalText
{
    // What two commands of one person have in common.
    private static readonly string[] Kept = ["--reason", "--who", "--connection"];

    /// <summary>The reason, the correction that came first, and the commands that build on it.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="tokens">The command line.</param>
    /// <param name="on">The option that names the correction on which one builds.</param>
    /// <param name="zone">The zone of the talks.</param>
    public static string Describe(CorrectionRefusal refusal, IReadOnlyList<Token> tokens, string on, DateTimeZone zone)
    {
        List<string> lines = [$"{refusal.Message}; nothing was appended"];
        if (refusal.Together.Count > 0)
        {
            var given = PairOptions(tokens).Where(word => !refusal.Together.Any(field => Gives(word, field.Field)));
            lines.Add("to give them together:");
            lines.Add(Command([.. given, .. refusal.Together.Select(FormatField)]));
        }

        if (refusal.Winner is not { } winner)
            return string.Join('\n', lines);
        lines.Add($"  {CorrectionWords.Describe(winner, zone)}");
        if (winner.Correction is ReportCorrected { Changes: var changes })
            lines.Add($"  {changes.ToJsonString(EventJson.Options)}");
        if (refusal.BuildOn is not { } end)
            return string.Join('\n', lines);
        lines.Add("to build on it:");
        var words = PairOptions(tokens);
        lines.AddRange(
            refusal.Retractions.Select(retraction =>
                Command([
                    (null, "correct"),
                    (null, EventReference.Format(retraction.Correction)),
                    ("--undo", null),
                    .. words.Where(word => Kept.Contains(word.Option)),
                ])
            )
        );
        lines.Add(Command([.. words.Where(word => word.Option != on), (on, EventReference.Format(end.Correction))]));
        return string.Join('\n', lines);
    }

    private static bool Gives((string? Option, string? Value) word, string field) =>
        word is { Option: "--amend" or "--reattribute", Value: { } value } && value.Split('=', 2)[0].Trim() == field;

    private static (string? Option, string? Value) FormatField((string Field, string Example) given) =>
        ($"--{CorrectionFields.ForField(given.Field)}", $"{given.Field}={given.Example}");

    private static List<(string? Option, string? Value)> PairOptions(IReadOnlyList<Token> tokens)
    {
        var words = new List<(string? Option, string? Value)>();
        foreach (var token in tokens)
        {
            if (token.Type == TokenType.Option)
                words.Add((token.Value, null));
            else if (words.LastOrDefault() is { Option: { } option, Value: null })
                words[^1] = (option, token.Value);
            else
                words.Add((null, token.Value));
        }

        return words;
    }

    private static string Command(IEnumerable<(string? Option, string? Value)> words) =>
        CommandText.Format(words.Select(Shown).SelectMany(FormatWord));

    // A password does not come back on a screen.
    private static (string? Option, string? Value) Shown((string? Option, string? Value) word) =>
        word is { Option: "--connection", Value: { } connection }
            ? (word.Option, ConnectionText.WithoutPassword(connection))
            : word;

    // What itself begins like an option is a value only behind an equals sign.
    private static IEnumerable<string> FormatWord((string? Option, string? Value) word) =>
        word switch
        {
            (null, var value) => [value!],
            (var option, null) => [option],
            (var option, ['-', ..] value) => [$"{option}={value}"],
            var (option, value) => [option, value],
        };
}
