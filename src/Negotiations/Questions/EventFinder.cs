namespace Negotiations;

/// <summary>Finds the event that somebody means.</summary>
public static class EventFinder
{
    private const int MostCandidates = 12;

    /// <summary>
    /// The event with a UUID, or with a short form: <c>article#report</c>, <c>article@version#report</c>,
    /// <c>article!correction</c>; for a version <c>article@version</c>, or <c>article</c> where there is only one.
    /// </summary>
    /// <exception cref="UnclearEventException">There is none, or more than one.</exception>
    public static RecordedEvent Find(string text, IReadOnlyList<RecordedEvent> events)
    {
        var found = FindAll(text, events).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new UnclearEventException($"there is no event '{text}'{Near(text, events)}"),
            _ => throw new UnclearEventException(
                $"'{text}' can mean several events; name one of them: {Listed(found)}"
            ),
        };
    }

    /// <summary>The events that a text can mean.</summary>
    internal static IEnumerable<RecordedEvent> FindAll(string text, IReadOnlyList<RecordedEvent> events) =>
        events.Where(recorded => IsMeant(text, recorded, events));

    private static bool IsMeant(string text, RecordedEvent recorded, IReadOnlyList<RecordedEvent> events) =>
        Guid.TryParse(text, out var id)
            ? recorded.Id == id
            : recorded.Event switch
            {
                { Erased: true } => ErasedText.IsMeant(text, recorded, events),
                Report or Correction => text == EventReference.Format(recorded.Event)
                    || text == EventReference.FormatWithVersion(recorded.Event),
                ArticleVersionPublished version => text == version.Article || text == EventReference.Format(version),
                _ => false,
            };

    private static string Near(string text, IReadOnlyList<RecordedEvent> events)
    {
        var name = text.Split('#', '!', '@')[^1];
        var near = events
            .Where(recorded =>
                recorded.Event is (Report or Correction) and { Erased: false }
                && EventReference.Format(recorded.Event).Split('#', '!')[1] == name
            )
            .ToList();
        if (near.Count > 0)
            return $"; there are {Listed(near)}";
        // What somebody means by the sign in it: a correction, a version, or else a report or an article.
        var names = events
            .Select(recorded => recorded.Event)
            .Where(@event => !@event.Erased)
            .Select(@event =>
                @event switch
                {
                    Correction when text.Contains('!') => EventReference.Format(@event),
                    Report when text.Contains('@') && text.Contains('#') => EventReference.FormatWithVersion(@event),
                    Report when !text.Contains('!') && !text.Contains('@') => EventReference.Format(@event),
                    ArticleVersionPublished when text.Contains('@') && !text.Contains('#') => EventReference.Format(
                        @event
                    ),
                    ArticleVersionPublished version when !text.Contains('!') && !text.Contains('#') => version.Article,
                    _ => null,
                }
            )
            .OfType<string>();
        return SpellingSuggestions.Question(text, names) is { Length: > 0 } question
            ? question
            : "; write a UUID, article#report, article!correction or article@version";
    }

    // Where the short forms are the same as well, only the UUID tells the events apart.
    private static string Listed(IReadOnlyList<RecordedEvent> events)
    {
        var names = events.Select(recorded => EventReference.FormatWithVersion(recorded.Event)).ToList();
        var listed =
            names.Distinct().Count() == names.Count
                ? names
                : [.. events.Select((recorded, i) => $"{names[i]} = {recorded.Id}")];
        return string.Join(", ", listed.Take(MostCandidates))
            + (listed.Count > MostCandidates ? $" and {listed.Count - MostCandidates} more" : "");
    }
}
