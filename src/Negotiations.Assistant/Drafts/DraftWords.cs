using System.Globalization;

namespace Negotiations.Assistant;

/// <summary>What is to be said of a draft besides its proposals, in lines.</summary>
public static class DraftWords
{
    /// <summary>The lines.</summary>
    public static IEnumerable<string> Describe(Draft draft)
    {
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
