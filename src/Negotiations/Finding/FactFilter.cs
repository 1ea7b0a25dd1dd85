using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>Which facts are asked for; null is no condition.</summary>
/// <param name="Key">The beginning of a key, or whole segments of it, or somebody's name.</param>
/// <param name="Actor">Name, spelling or identifier of somebody whom a fact is about or who stands behind it.</param>
/// <param name="Side">Name, spelling or identifier of a side whom a fact is about or who stands behind it.</param>
/// <param name="Issue">Name, spelling or identifier of the issue on which the reports behind a fact bear.</param>
/// <param name="Text">Words, in any order and whatever their case, in what the reports behind a fact say and
/// name.</param>
public sealed record FactFilter(
    string? Key = null,
    string? Actor = null,
    string? Side = null,
    string? Issue = null,
    string? Text = null
)
{
    /// <summary>No condition.</summary>
    public static FactFilter None { get; } = new();

    /// <summary>Whether there is no condition.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(Key) && (Actor ?? Side ?? Issue ?? Text) is null;

    /// <summary>What of an answer is asked for.</summary>
    /// <exception cref="UnknownFactException">The key is of no fact that there can be.</exception>
    /// <exception cref="UnknownFilterException">A condition names what the answer does not know.</exception>
    public FoundFacts Apply(Answer answer) => IsEmpty ? FoundFacts.All(answer) : new(answer, this, Prepare(answer));

    private List<Predicate<Fact>> Prepare(Answer answer)
    {
        var known = new KnownNames(answer);
        var conditions = new List<Predicate<Fact>>();
        if (!string.IsNullOrEmpty(Key))
        {
            var part = FactKeys.Resolve(Key, answer);
            FactKeys.Require(part, answer);
            conditions.Add(fact => FactKeys.Admits(fact.Key, part));
        }

        if (Actor is not null)
        {
            var actor = known.FindActor(Actor);
            conditions.Add(fact =>
                ListSubjects(fact).Any(actor.Ids.Contains)
                || ListReports(fact)
                    .Any(report => actor.IsAmong(ReportContent.ListThoseInvolved(report)) || actor.IsWrittenIn(report))
            );
        }

        if (Side is not null)
        {
            var side = known.FindSide(Side);
            conditions.Add(fact =>
                fact.Key.Split('/').Skip(2).Any(segment => segment == side || known.Index.WithId(segment)?.Side == side)
                || ListReports(fact).SelectMany(ReportContent.ListSides).Any(name => name.Id == side)
            );
        }

        if (Issue is not null)
        {
            var issue = known.FindIssue(Issue);
            conditions.Add(fact => ListReports(fact).Any(report => report.Issue?.Id == issue));
        }

        if (Text is not null)
        {
            var search = new WordSearch(Text, known.Index);
            conditions.Add(fact => ListReports(fact).Any(report => search.Finds(report)));
        }

        return conditions;
    }

    private static IEnumerable<Report> ListReports(Fact fact) =>
        fact.Resolution.Because.SelectMany(claim => claim.Reports).Select(visible => visible.Report);

    // Whom the key or the value names: values have names as their identifiers.
    private static IEnumerable<string> ListSubjects(Fact fact) =>
        fact.Key.Split('/').Skip(2).Concat(ListTexts(JsonNode.Parse(fact.Value.Json)));

    private static IEnumerable<string> ListTexts(JsonNode? value) =>
        value switch
        {
            JsonObject details => details.SelectMany(detail => ListTexts(detail.Value)),
            JsonArray items => items.SelectMany(ListTexts),
            JsonValue plain when plain.TryGetValue<string>(out var text) => [text],
            _ => [],
        };
}

/// <summary>The facts of an answer that are asked for.</summary>
public sealed class FoundFacts
{
    private readonly FactFilter filter;
    private readonly List<Predicate<Fact>> conditions;
    private readonly string? part;

    internal FoundFacts(Answer answer, FactFilter filter, List<Predicate<Fact>> conditions)
    {
        (Whole, this.filter, this.conditions) = (answer, filter, conditions);
        part = string.IsNullOrEmpty(filter.Key) ? null : FactKeys.Resolve(filter.Key, answer);
        Answer = answer with { Facts = [.. answer.Facts.Where(Has)] };
    }

    private FoundFacts(Answer answer) => (Whole, Answer, filter, conditions) = (answer, answer, FactFilter.None, []);

    /// <summary>The answer with these facts only.</summary>
    public Answer Answer { get; }

    /// <summary>The answer with all its facts.</summary>
    public Answer Whole { get; }

    /// <summary>Whether a fact is among them.</summary>
    public bool Has(Fact fact) => conditions.TrueForAll(condition => condition(fact));

    /// <summary>Those who were asked for by a name that no key has, though facts involve them; else null.</summary>
    public InvolvedElsewhere? Elsewhere => filter.Key is { } key ? InvolvedElsewhere.Find(key, Whole) : null;

    /// <summary>Whether something narrows the answer down.</summary>
    public bool IsFiltered => !filter.IsEmpty;

    /// <summary>All facts of an answer.</summary>
    public static FoundFacts All(Answer answer) => new(answer);

    /// <summary>Whether a thing that no fact tells of was looked for: what a filter left out is not unknown.</summary>
    /// <param name="key">What the keys of the facts about it would begin with.</param>
    public bool LooksFor(string key) =>
        (filter.Actor ?? filter.Side ?? filter.Issue ?? filter.Text) is null
        && (part is null || FactKeys.Admits(key, part));
}
