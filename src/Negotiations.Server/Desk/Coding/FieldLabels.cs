namespace Negotiations.Server.Desk;

/// <summary>What the fields of a report are called on a form, and what they are for.</summary>
internal static class FieldLabels
{
    private static readonly Dictionary<string, (string Label, string Hint)> Known = new(StringComparer.Ordinal)
    {
        ["type"] = ("Type", ""),
        ["actor"] = (
            "Actor",
            "Who does the act, not who tells of it; several with ; between them. Empty: nobody is named."
        ),
        ["written"] = ("Actor, as written", "The form that the article uses."),
        ["side"] = ("Side", "Of the actor; empty: as the file of the negotiation says, null: unknown."),
        ["target"] = ("Target", "Addressee or counterparty."),
        ["others"] = ("Others", "Further participants, one a line."),
        ["round"] = ("Round", "Empty: that of the article. Several with ; between them."),
        ["issue"] = ("Issue", "On which it bears, where it bears on one."),
        ["happened"] = ("Happened", "The day of saying or doing, such as DAY; empty: the text does not say."),
        ["happenedFrom"] = ("In the words", "From which the day was resolved, such as: on Wednesday."),
        ["timeOfDay"] = ("Time of day", "A time such as 18:30, or one of the words."),
        ["lookingBack"] = ("Looks back", "The text looks back on the act: “had previously”."),
        ["ended"] = ("No longer holds", "The text says that it no longer holds: “until then”."),
        ["covers"] = ("Covers", "For an entry of a live blog: the days whose news it tells."),
        ["known"] = ("Known", "For an entry of a live blog: when it was published."),
        ["chain"] = (
            "Who says so",
            "The origin first, then who passed it on; nobody: the outlet itself. Empty a name to take it away. Words "
                + "are needed only where the text does not use the name."
        ),
        ["standing"] = ("Standing", "Follows from the rest unless you say otherwise."),
        ["modality"] = ("Modality", "To what the source commits itself."),
        ["evidence"] = (
            "Evidence",
            "The words of the text, exactly; several places one a line. Behind words that stand more than once: #2."
        ),
        ["certainty"] = ("Certainty", "How sure you are of type, actor and date."),
        ["act"] = ("Act", "The key that all reports of the same act have; empty: it is an act of its own."),
        ["precededBy"] = ("Preceded by", "Reports that the text puts earlier, by their identifiers, one a line."),
        ["summary"] = ("Summary", "One sentence in your own words."),
    };

    private static readonly Dictionary<string, string> Certainties = new(StringComparer.Ordinal)
    {
        ["1"] = "1, a guess",
        ["2"] = "2",
        ["3"] = "3",
        ["4"] = "4, usual",
        ["5"] = "5, sure",
    };

    /// <summary>The label of a field.</summary>
    public static string Find(string name) => Describe(name).Label;

    /// <summary>A field of a form, without what stands in it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="talks">The negotiation.</param>
    /// <param name="published">When the article came out, for a day as an example; null where nobody says.</param>
    public static DeskField Create(FormField field, NegotiationDefined talks, DateTimeOffset? published = null)
    {
        var (label, hint) = Describe(field.Name);
        return new($"{DeskForm.ReportPrefix}{field.Name}", label)
        {
            Hint = (hint.Length > 0 ? hint : DescribeKind(field)).Replace(
                "DAY",
                ExampleDay.Find(talks, published),
                StringComparison.Ordinal
            ),
            Choices = ListChoices(field, talks),
            Suggestions = FindSuggestions(field),
            Lines =
                field.Kind is FormKind.Lines or FormKind.Places or FormKind.Links ? 2
                : field.Name == "summary" ? 2
                : 1,
            IsChain = field.Kind == FormKind.Links,
            IsRequired = field.Name is "evidence" or "summary",
        };
    }

    private static (string Label, string Hint) Describe(string name) =>
        Known.TryGetValue(name, out var known)
            ? known
            : (Capitalisation.Capitalise(Camel.Apart(name.Split('.')[^1]).ToLowerInvariant()), "");

    private static string DescribeKind(FormField field) =>
        field switch
        {
            { IsOpen: true, Words.Count: > 0 } => $"Such as {string.Join(", ", field.Words.Take(4))}.",
            { Kind: FormKind.Lines, IsName: true } => "Names, one a line.",
            { Kind: FormKind.Lines } => "One a line.",
            { IsDate: true } => "A day such as DAY, a month, or an interval.",
            { Kind: FormKind.Number } => "A number.",
            _ => "",
        };

    private static IReadOnlyList<(string Value, string Words)> ListChoices(FormField field, NegotiationDefined talks) =>
        field switch
        {
            { Kind: FormKind.Flag } => [("", "–"), ("true", "yes"), ("false", "no")],
            { Name: "certainty" } =>
            [
                ("", "4, usual"),
                .. Certainties.Where(pair => pair.Key != "4").Select(pair => (pair.Key, pair.Value)),
            ],
            { Name: "modality" } =>
            [
                ("", "asserted"),
                .. field.Words.Where(word => word != "asserted").Select(word => (word, word)),
            ],
            { Name: "standing" } => [("", "follows from the rest"), .. field.Words.Select(word => (word, word))],
            { Name: "issue" } when talks.Issues.Count > 0 =>
            [
                ("", "–"),
                .. talks.Issues.Select(issue => (issue.Id, issue.Name)),
            ],
            { IsOpen: false, Words.Count: > 0 } => [("", "–"), .. field.Words.Select(word => (word, word))],
            _ => [],
        };

    private static string? FindSuggestions(FormField field) =>
        field switch
        {
            { IsName: true, Kind: FormKind.Text } => ReportLists.Names,
            { Name: "actor" or "target" or "side" } => ReportLists.Names,
            { Name: "round" } => ReportLists.Rounds,
            { Name: "act" } => ReportLists.Acts,
            { IsOpen: true, Words.Count: > 0 } => ReportLists.ForWords(field.Name),
            _ => null,
        };
}

/// <summary>The lists of what may be typed into the fields of a report.</summary>
internal static class ReportLists
{
    public const string Names = "names";
    public const string Rounds = "rounds";
    public const string Acts = "acts";

    public static string ForWords(string field) => $"words-{field.Replace('.', '-')}";
}
