using NodaTime;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>What a verification found, as text.</summary>
internal static class VerificationText
{
    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(IReadOnlyList<Verification> verifications)
    {
        foreach (var verified in verifications)
        {
            var compared =
                $"{verified.Negotiation}: {QuestionWords.Count(verified.Answers, "answer")} at "
                + $"position {verified.Settled.Position}";
            yield return verified.Faults.Count == 0
                ? Styles.Line($"{compared}: the same as its streams give.", Styles.Strong)
                : Styles.Line(
                    $"{compared}: {QuestionWords.Count(verified.Faults.Count, "difference")}.",
                    Styles.Warning
                );
            foreach (var fault in verified.Faults)
                yield return Styles.Line(
                    $"  {Where(fault)}\n    stored  {OneLine(fault.Stored)}\n    streams {OneLine(fault.Rebuilt)}",
                    Styles.Plain
                );
        }
    }

    private static string Where(VerificationFault fault) =>
        fault.KnownBy is { } time ? $"{fault.Where}, known by {Bound.Format(time, DateTimeZone.Utc)}" : fault.Where;

    private static string OneLine(string? text) =>
        text is null ? "nothing" : string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries));
}
