namespace Negotiations;

/// <summary>
/// The names that an answer knows: those of the negotiation's file at its position, and those in the reports that it
/// could see. What became known later is not among them, so no message tells of it.
/// </summary>
internal sealed class KnownNames(Answer answer)
{
    private readonly NegotiationDefined definition = answer.Definition;

    /// <summary>The names of the file.</summary>
    public NameIndex Index { get; } = new(answer.Definition);

    /// <summary>Those who are meant by a name, a spelling, an identifier, or a part of a form that is used.</summary>
    /// <exception cref="UnknownFilterException">Nobody is meant.</exception>
    public KnownActor FindActor(string text)
    {
        if (Index.Find(text) is { } named)
            return new(new HashSet<string>([named.Id], StringComparer.Ordinal), null);
        var part = NameForm.Fold(text);
        var forms = answer
            .Reports.SelectMany(visible => ReportContent.ListParticipants(visible.Report))
            .Select(name => (name.Id, name.Written))
            .Concat(
                definition.Entities.SelectMany(entity => ListForms(entity).Select(form => (entity.Id, Written: form)))
            )
            .Distinct()
            .ToList();
        var meant = forms.Where(form => Contains(form.Written, part)).Select(form => form.Id).ToHashSet();
        var written = answer.Reports.Any(visible => Contains(visible.Report.Written, part));
        return meant.Count > 0 || written
            ? new(meant, part)
            : throw Unknown(
                "actor",
                $"nobody is called '{text}'",
                text,
                forms.SelectMany(form => ListWords(form.Written))
            );
    }

    /// <summary>The identifier of the side that is meant.</summary>
    /// <exception cref="UnknownFilterException">There is no such side.</exception>
    public string FindSide(string text)
    {
        var entity = Index.Find(text);
        var sides = definition
            .Entities.Select(known => known.Kind == EntityKind.Party ? known.Id : known.Side)
            .Concat(
                answer.Reports.SelectMany(visible => ReportContent.ListSides(visible.Report)).Select(side => side.Id)
            )
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (sides.Contains(entity?.Id ?? text))
            return entity?.Id ?? text;
        if (entity is not null)
            throw new UnknownFilterException(
                "side",
                $"{entity.Name} is no side"
                    + (entity.Side is { } side ? $", but on that of {Index.DisplayName(side)} ('{side}')" : "")
            );
        var forms = sides.SelectMany(
            IEnumerable<string> (side) => Index.WithId(side) is { } known ? ListForms(known) : [side]
        );
        throw Unknown("side", $"there is no side '{text}'", text, forms, sides);
    }

    /// <summary>The identifier of the issue that is meant.</summary>
    /// <exception cref="UnknownFilterException">There is no such issue.</exception>
    public string FindIssue(string text)
    {
        var used = answer.Reports.Select(visible => visible.Report.Issue).OfType<Name>().Distinct().ToList();
        if (new IssueIndex(definition).Find(text) is { } issue)
            return issue.Id;
        if (used.Find(name => name.Id == text) is { } known)
            return known.Id;
        if (definition.Issues.Count == 0 && used.Count == 0)
            throw new UnknownFilterException("issue", "the negotiation's file lists no issues");
        throw Unknown(
            "issue",
            $"there is no issue '{text}'",
            text,
            definition.Issues.SelectMany(listed => listed.ListForms()).Concat(used.Select(name => name.Id)),
            definition.Issues.Select(listed => listed.Id)
        );
    }

    /// <summary>Sees to it that there is a round.</summary>
    /// <exception cref="UnknownFilterException">There is none.</exception>
    public void RequireRound(string round)
    {
        var rounds = definition.Rounds.Select(defined => defined.Id).Append(Round.General).ToList();
        if (!rounds.Contains(round))
            throw new UnknownFilterException(
                "round",
                $"there is no round '{round}'; there are {string.Join(", ", rounds)}"
            );
    }

    /// <summary>Sees to it that some report is of a type.</summary>
    /// <exception cref="UnknownFilterException">There is no such type.</exception>
    public static void RequireType(string type)
    {
        var types = ReportTypes.All.Select(known => known.Name).ToList();
        if (!types.Contains(type, StringComparer.OrdinalIgnoreCase))
            throw Unknown("type", $"there is no type of report '{type}'", type, types, types);
    }

    /// <summary>What to say of a name that nothing knows: what is near, or else what there is.</summary>
    public static UnknownFilterException Unknown(
        string field,
        string problem,
        string text,
        IEnumerable<string> names,
        IEnumerable<string>? all = null
    ) =>
        new(
            field,
            problem
                + (
                    SpellingSuggestions.Question(text, names) is { Length: > 0 } question ? question
                    : all is null ? ""
                    : $"; there are {string.Join(", ", all)}"
                )
        );

    // A part of a name is enough, so a mistyped part is near too.
    private static IEnumerable<string> ListWords(string form) =>
        [form, .. form.Split(' ').Where(word => word.Length > 2)];

    private static IEnumerable<string> ListForms(NamedEntity entity) => [entity.Name, .. entity.Spellings, entity.Id];

    private static bool Contains(string? form, string part) =>
        form is not null && part.Length > 0 && NameForm.Fold(form).Contains(part, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Those who are meant by a name.</summary>
/// <param name="Ids">Their identifiers.</param>
/// <param name="Form">A part of a form that stands in articles; null where the name is one of the file.</param>
internal sealed record KnownActor(IReadOnlySet<string> Ids, string? Form)
{
    /// <summary>Whether one of some names is meant.</summary>
    public bool IsAmong(IEnumerable<Name> names) => names.Any(name => Ids.Contains(name.Id));

    /// <summary>Whether the actor of a report is written so.</summary>
    public bool IsWrittenIn(Report report) =>
        Form is not null
        && report.Written is { } written
        && NameForm.Fold(written).Contains(Form, StringComparison.OrdinalIgnoreCase);
}
