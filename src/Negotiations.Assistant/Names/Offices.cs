using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Names;

/// <summary>Who holds which office, by the negotiation's file.</summary>
internal sealed class Offices
{
    private static readonly string[] HeadTitles =
    [
        "president",
        "king",
        "queen",
        "emperor",
        "emir",
        "sultan",
        "supreme leader",
        "chancellor",
        "prime minister",
        "premier",
        "general secretary",
        "secretary-general",
        "secretary general",
        "chairman",
        "chair",
        "chief executive",
        "leader",
    ];

    private readonly Dictionary<string, List<(string[] Title, NamedEntity Person)>> byFirst = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, NamedEntity> heads = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NamedEntity> parties = new(StringComparer.Ordinal);
    private readonly int longest;

    public Offices(NegotiationDefined definition, FormTable forms)
    {
        foreach (var person in definition.Entities.Where(entity => entity.Kind == EntityKind.Person))
        {
            foreach (var title in ListTitles(person, forms))
            {
                if (!byFirst.TryGetValue(title[0], out var list))
                    byFirst[title[0]] = list = [];
                list.Add((title, person));
                longest = Math.Max(longest, title.Length);
            }
        }

        foreach (var party in definition.Entities.Where(entity => entity.Kind == EntityKind.Party))
            parties.TryAdd(party.Id, party);
        foreach (var title in HeadTitles)
        {
            foreach (var person in FindHolders(title.Split(' ')))
            {
                if (person.Side is { } side)
                    heads.TryAdd(side, person);
            }
        }
    }

    /// <summary>The head of a side: its president, where it has one; else who stands next.</summary>
    public NamedEntity? FindHead(string side) => heads.GetValueOrDefault(side);

    public NamedEntity? FindParty(string side) => parties.GetValueOrDefault(side);

    /// <summary>The longest title at a place, with those who hold such an office.</summary>
    public (int Length, IReadOnlyList<NamedEntity> Holders) Find(IReadOnlyList<Token> tokens, int place)
    {
        if (!byFirst.ContainsKey(TitleWords.Fold(tokens[place].Word)))
            return (0, []);
        for (var length = Math.Min(longest, tokens.Count - place); length > 0; length--)
        {
            var title = new string[length];
            for (var i = 0; i < length; i++)
                title[i] = TitleWords.Fold(tokens[place + i].Word);
            if (FindHolders(title) is { Count: > 0 } holders)
                return (length, holders);
        }

        return (0, []);
    }

    private List<NamedEntity> FindHolders(string[] title) =>
        byFirst.TryGetValue(title[0], out var list)
            ?
            [
                .. list.Where(office => office.Title.AsSpan().SequenceEqual(title))
                    .Select(office => office.Person)
                    .Distinct(),
            ]
            : [];

    // "foreign minister of Norland" is the title "foreign minister" on its side; "chief of staff" stays whole.
    private static IEnumerable<string[]> ListTitles(NamedEntity person, FormTable forms)
    {
        foreach (var office in (person.Office ?? "").Split(',', ';'))
        {
            var tokens = Tokenizer.Read(office, 0, office.Length);
            if (tokens.Count == 0 || TitleWords.Fold(tokens[0].Word) == "former")
                continue;
            var words = tokens.ConvertAll(token => TitleWords.Fold(token.Word));
            var end = words.Count;
            for (var i = 1; i < tokens.Count - 1; i++)
            {
                var name = i + (words[i + 1] == "the" ? 2 : 1);
                if (
                    words[i] is "of" or "for"
                    && name < tokens.Count
                    && forms.Find(tokens, name, office) is { IsAdjective: false } form
                    && name + form.Words.Length == tokens.Count
                )
                    end = i;
            }

            yield return [.. words.Take(end)];
            if (words[0].StartsWith("spokes", StringComparison.Ordinal))
            {
                yield return ["spokesman"];
                yield return ["spokeswoman"];
                yield return ["spokesperson"];
            }

            if (
                end > 2
                && words[0] is "chief" or "deputy" or "senior"
                && words[1] is "negotiator" or "envoy" or "mediator"
            )
                yield return [words[1]];
        }
    }
}
