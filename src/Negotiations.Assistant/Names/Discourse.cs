namespace Negotiations.Assistant.Names;

/// <summary>Whom the text spoke of last, for words such as "he" and "the union"; it changes as the text is
/// read.</summary>
internal sealed class Discourse
{
    private const int Longest = 12;

    private readonly List<NamedEntity> people = [];
    private readonly List<NamedEntity> bodies = [];
    private readonly Dictionary<string, bool> isWoman = new(StringComparer.Ordinal);

    public Discourse(NegotiationDefined definition)
    {
        foreach (var person in definition.Entities.Where(entity => entity.Kind == EntityKind.Person))
        {
            foreach (var form in person.Spellings.Append(person.Office ?? ""))
                Learn(person, form);
        }
    }

    /// <summary>The sides of "both sides".</summary>
    public IReadOnlyList<NamedEntity> Sides { get; set; } = [];

    /// <summary>Notes whom a sentence is about, and then whom else it names.</summary>
    public void Note(IEnumerable<NamedEntity> named)
    {
        foreach (var entity in named.Reverse())
        {
            var list = entity.Kind == EntityKind.Person ? people : bodies;
            list.Remove(entity);
            list.Insert(0, entity);
            if (list.Count > Longest)
                list.RemoveAt(Longest);
        }
    }

    public void Forget()
    {
        people.Clear();
        bodies.Clear();
    }

    /// <summary>Takes from "Ms Lund" that she is a woman.</summary>
    public void Learn(NamedEntity person, string written)
    {
        var first = written.Split(' ')[0].TrimEnd('.');
        if (first is "Ms" or "Mrs" or "Miss" or "Lady" or "Dame" || written.Contains("woman", StringComparison.Ordinal))
            isWoman[person.Id] = true;
        else if (first is "Mr" or "Sir" or "Lord" || written.Contains("spokesman", StringComparison.Ordinal))
            isWoman[person.Id] = false;
    }

    /// <summary>Whom "he" or "she" means, of those named before in the sentence and then of those named before
    /// it.</summary>
    public NamedEntity? FindPerson(bool woman, IEnumerable<NamedEntity> before)
    {
        var all = before.Where(entity => entity.Kind == EntityKind.Person).Concat(people).ToList();
        return all.Find(person => !isWoman.TryGetValue(person.Id, out var known) || known == woman);
    }

    /// <summary>What "it" means: a party or an institution.</summary>
    public NamedEntity? FindBody(IEnumerable<NamedEntity> before) =>
        before
            .Concat(bodies)
            .FirstOrDefault(entity => entity.Kind is EntityKind.Party or EntityKind.Institution or EntityKind.Group);

    /// <summary>Whom "they" means: the sides, or a body.</summary>
    public IReadOnlyList<NamedEntity> FindSeveral() =>
        IsJoint ? Sides
        : FindBody([]) is { } body ? [body]
        : [];

    /// <summary>Whether the last sentence spoke of the sides together.</summary>
    public bool IsJoint { get; set; }

    /// <summary>Of several who hold an office, the one named last; of one, that one.</summary>
    public NamedEntity? Choose(IReadOnlyList<NamedEntity> holders) =>
        holders is [var only] ? only : people.Find(person => holders.Contains(person));

    /// <summary>The side of whoever was spoken of last.</summary>
    public string? FindSide(IEnumerable<NamedEntity> before) =>
        before.Concat(people.Take(1)).Concat(bodies.Take(1)).Select(SideOf).FirstOrDefault(side => side is not null);

    private static string? SideOf(NamedEntity entity) => entity.Kind == EntityKind.Party ? entity.Id : entity.Side;
}
