using System.Globalization;
using Negotiations.Assistant;

namespace Negotiations.Cli.Messages;

/// <summary>What a draft comes to, in lines.</summary>
internal static class DraftWords
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Describe(Draft draft)
    {
        var count = draft.Proposals.Count;
        yield return count switch
        {
            0 => "nothing is proposed: code by hand what the article reports",
            1 => "1 proposal; decide it with 'negotiations review'",
            _ => $"{count} proposals; decide them with 'negotiations review'",
        };
        foreach (var dropped in draft.Dropped)
            yield return $"{dropped.Count} not proposed: {dropped.Reason}";
        foreach (var link in draft.Links)
            yield return $"nearly the same text as {link.Article} "
                + $"({link.Contained.ToString("P0", CultureInfo.InvariantCulture)} of the shorter one): "
                + $"if it is the same story, link them, or its origins count twice ('link: {link.Article}')";
        var left = draft.Notes.Count(note => note.Kind == DraftNoteKind.Boilerplate);
        if (left > 0)
            yield return $"{left} {(left == 1 ? "line" : "lines")} left out that are no reporting";
        foreach (var date in draft.Notes.Where(note => note.Kind == DraftNoteKind.Date))
            yield return $"{date.Span.Start}-{date.Span.End}: {date.Message}";
    }
}
