namespace Negotiations.Server.Pages;

/// <summary>
/// The address of a page: which negotiation, up to three bounds, and what is shown, such as
/// <c>/harbour/at/2031-04-05/recorded/44/fact/2031-04/round/status</c>. A bound that is not there is no bound.
/// </summary>
/// <param name="Talks">Identifier of the negotiation.</param>
public sealed record PageAddress(string Talks)
{
    /// <summary>The words of an address before its bounds, with the clock on which each bounds.</summary>
    public static IReadOnlyList<(string Word, string Clock)> BoundWords { get; } =
    [("at", "known"), ("happened", "happened"), ("recorded", "recorded")];

    private static readonly Dictionary<PageView, (int Fewest, int Most)> Arity = new()
    {
        [PageView.State] = (0, 0),
        [PageView.Round] = (1, 2),
        [PageView.Compare] = (2, 3),
        [PageView.Fact] = (2, 12),
        [PageView.Positions] = (0, 2),
        [PageView.Timeline] = (0, 1),
        [PageView.Articles] = (0, 1),
        [PageView.Corrections] = (0, 0),
        [PageView.Sources] = (0, 1),
        [PageView.Audit] = (0, 0),
    };

    /// <summary>Bound on the known clock, as it stands in the address.</summary>
    public string? KnownBy { get; init; }

    /// <summary>Bound on the happened clock.</summary>
    public string? HappenedBy { get; init; }

    /// <summary>Bound on the record clock: a position, or a time.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>What is shown.</summary>
    public PageView View { get; init; }

    /// <summary>What of it: a round, two times, the segments of a key, an article.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Key of the fact whose changes are marked; null for none.</summary>
    public string? Marked { get; init; }

    /// <summary>The key of the fact that is shown or marked; null where there is none.</summary>
    public string? Key => View == PageView.Fact ? string.Join('/', Arguments) : Marked;

    /// <summary>The question that the bounds ask.</summary>
    public QuestionText Question => new(Talks, KnownBy, HappenedBy, RecordedBy);

    /// <summary>The address as a path, each segment escaped.</summary>
    public string Path
    {
        get
        {
            var segments = new List<string> { Talks };
            foreach (var (word, clock) in BoundWords)
            {
                if (Question.BoundOn(clock) is { } bound)
                    segments.AddRange([word, bound]);
            }

            if (View != PageView.State)
                segments.Add(FormatView(View));
            segments.AddRange(Arguments);
            var path = string.Concat(segments.Select(segment => $"/{Escape(segment)}"));
            return Marked is null ? path : $"{path}?fact={Uri.EscapeDataString(Marked)}";
        }
    }

    /// <summary>The same page with another bound on a clock; null for none.</summary>
    public PageAddress WithBound(string clock, string? bound)
    {
        var question = Question.WithBoundOn(clock, bound);
        return this with
        {
            KnownBy = question.KnownBy,
            HappenedBy = question.HappenedBy,
            RecordedBy = question.RecordedBy,
        };
    }

    /// <summary>Another page under the same bounds.</summary>
    public PageAddress To(PageView view, params IReadOnlyList<string> arguments) =>
        this with
        {
            View = view,
            Arguments = arguments,
            Marked = null,
        };

    /// <summary>The page of a fact under the same bounds.</summary>
    public PageAddress ToFact(string key) => To(PageView.Fact, key.Split('/'));

    /// <summary>Reads an address.</summary>
    /// <param name="talks">Its first segment.</param>
    /// <param name="rest">What follows; may be empty.</param>
    /// <param name="marked">The fact whose changes are to be marked.</param>
    /// <exception cref="UnknownPageException">There is no such page; the message says which there are.</exception>
    public static PageAddress Parse(string talks, string? rest, string? marked = null)
    {
        var address = new PageAddress(talks) { Marked = string.IsNullOrEmpty(marked) ? null : marked };
        var segments = new Queue<string>((rest ?? "").Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var (word, clock) in BoundWords)
        {
            if (!segments.TryPeek(out var next) || next != word)
                continue;
            segments.Dequeue();
            if (!segments.TryDequeue(out var bound))
                throw new UnknownPageException($"the address ends after '{word}', where a time has to follow");
            address = address.WithBound(clock, bound);
        }

        if (!segments.TryDequeue(out var name))
            return address;
        var view = Enum.GetValues<PageView>()
            .Where(view => view != PageView.State && FormatView(view) == name)
            .ToList();
        if (view.Count == 0)
            throw UnknownPageException.ForView(name, BoundsInOrder.Find(talks, rest ?? "", marked));
        IReadOnlyList<string> arguments = [.. segments];
        var (fewest, most) = Arity[view[0]];
        return arguments.Count >= fewest && arguments.Count <= most
            ? address with
            {
                View = view[0],
                Arguments = arguments,
            }
            : throw new UnknownPageException(
                $"'{name}' is followed by {QuestionWords.Count(arguments.Count, "part")} in this address, and by "
                    + (fewest == most ? $"{fewest}" : $"{fewest} to {most}")
                    + " in one that there is"
            );
    }

    /// <summary>The word of an address for what is shown.</summary>
    public static string FormatView(PageView view) => EnumText.Format(view);

    // What a path may have as it is stays readable: colons and plus signs of times.
    private static string Escape(string segment) =>
        Uri.EscapeDataString(segment)
            .Replace("%3A", ":", StringComparison.Ordinal)
            .Replace("%2B", "+", StringComparison.Ordinal);
}

/// <summary>An address of no page.</summary>
internal sealed class UnknownPageException(string message) : NotFoundException(message)
{
    /// <summary>Pages that may have been meant, each with its address.</summary>
    public IReadOnlyList<(string Words, string Path)> Nearest { get; init; } = [];

    /// <param name="name">The word that stands where a page is named.</param>
    /// <param name="ordered">The address with its bounds in the right order, where only that was wrong.</param>
    public static UnknownPageException ForView(string name, PageAddress? ordered)
    {
        if (ordered is not null)
            return new(
                "the bounds of this address stand in another order; it is "
                    + string.Join(", then ", PageAddress.BoundWords.Select(bound => $"'{bound.Word}'"))
            )
            {
                Nearest = [($"the page under the same bounds, {ordered.Path}", ordered.Path)],
            };
        IEnumerable<string> known =
        [
            .. PageAddress.BoundWords.Select(bound => bound.Word),
            .. Enum.GetValues<PageView>().Where(view => view != PageView.State).Select(PageAddress.FormatView),
        ];
        return new(
            $"there is no page '{name}'; there are {string.Join(", ", known)}, bounds before the others and in this "
                + $"order{SpellingSuggestions.Question(name, known)}"
        );
    }
}
