using Negotiations.Cli.Rendering.Words;
using NodaTime;

namespace Negotiations.Cli.Errors;

/// <summary>What somebody is told whose correction is not taken in.</summary>
internal static class RefusalText
{
    /// <summary>The reason, the correction that came first, and the command that builds on it.</summary>
    /// <param name="plan">The plan that is refused.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="on">The option that names the correction on which one builds.</param>
    /// <param name="zone">The zone of the talks.</param>
    public static string Of(CorrectionPlan plan, CorrectionRefusal refusal, IReadOnlyList<string> arguments, string on, DateTimeZone zone)
    {
        List<string> lines = [$"{refusal.Message}; nothing was appended"];
        if (refusal.Winner is not { } winner) return lines[0];
        lines.Add($"  {CorrectionWords.Of(winner, zone)}");
        if (winner.Correction is ReportCorrected { Changes: var changes }) lines.Add($"  {changes.ToJsonString(EventJson.Options)}");
        if (winner.Correction.Target == plan.Correction.Target && plan.Correction is not CorrectionUndone && plan.Correction.On != winner.EventId)
            lines.AddRange(["to build on it:", $"  {CommandOn(arguments, on, ShortForm.Of(winner.Correction))}"]);
        return string.Join('\n', lines);
    }

    private static string CommandOn(IReadOnlyList<string> arguments, string on, string correction)
    {
        var stale = arguments.ToList().IndexOf(on);
        var kept = stale < 0 ? arguments : [.. arguments.Take(stale), .. arguments.Skip(stale + 2)];
        return string.Join(' ', new[] { "negotiations" }.Concat(kept).Concat([on, correction]).Select(Quoted));
    }

    // As a POSIX shell reads it.
    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or ':' or '=' or '@' or '+' or ',')
            ? argument
            : $"'{argument.Replace("'", "'\\''")}'";
}
