using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Names;

/// <summary>Finds the longest form of a name at a place of a sentence.</summary>
internal sealed class FormTable
{
    private readonly Dictionary<string, List<Form>> byFirst = new(StringComparer.Ordinal);

    public FormTable(NegotiationDefined definition)
    {
        foreach (var entity in definition.Entities)
        {
            foreach (var form in (string[])[entity.Name, .. entity.Spellings])
                Add(form, written => written with { Entity = entity });
        }

        foreach (var place in definition.Places)
        {
            foreach (var form in place.ListFormsOf())
                Add(form, written => written with { Place = place });
        }

        AddSurnames(definition);
        AddHeads(definition);
        AddAdjectives(definition);
        foreach (var forms in byFirst.Values)
            forms.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
    }

    /// <summary>What the words from a place on mean: the longest form, with a place of the same name.</summary>
    public Form? Find(IReadOnlyList<Token> tokens, int place, string text)
    {
        if (!byFirst.TryGetValue(tokens[place].Word, out var forms))
            return null;
        Form? found = null;
        foreach (var form in forms)
        {
            if (found is not null && form.Words.Length < found.Words.Length)
                break;
            if (!Matches(form, tokens, place, text))
                continue;
            found = found is null
                ? form
                : found with
                {
                    Entity = found.Entity ?? form.Entity,
                    Place = found.Place ?? form.Place,
                    IsAdjective = found.IsAdjective && form.IsAdjective,
                };
        }

        return found;
    }

    /// <summary>Whether a word stands for a name only as a common noun ("the union").</summary>
    public bool IsCommon(string word) =>
        !byFirst.TryGetValue(word, out var forms) || forms.TrueForAll(form => !form.IsCapital);

    private static bool Matches(Form form, IReadOnlyList<Token> tokens, int place, string text)
    {
        if (place + form.Words.Length > tokens.Count || form.IsCapital && !tokens[place].IsCapital)
            return false;
        for (var i = 0; i < form.Words.Length; i++)
        {
            if (tokens[place + i].Word != form.Words[i])
                return false;
        }

        if (
            form.IsExact
            && text.AsSpan(tokens[place].Start, tokens[place].End - tokens[place].Start).ContainsAnyInRange('a', 'z')
        )
            return false;
        return !form.NeedsArticle || place > 0 && tokens[place - 1].Word is "the" or "both" || tokens[place].IsCapital;
    }

    private void Add(string written, Func<Form, Form> mean)
    {
        var tokens = Tokenizer.Read(written, 0, written.Length);
        var hadArticle = tokens.Count > 1 && tokens[0].Word is "the" or "a" or "an";
        var words = (hadArticle ? tokens.Skip(1) : tokens).ToList();
        if (words.Count == 0)
            return;
        var letters = written.Where(char.IsLetter).ToList();
        AddForm(
            mean(
                new(
                    [.. words.Select(word => word.Word)],
                    words[0].IsCapital,
                    letters.Count <= 4 && letters.All(char.IsUpper),
                    !words[0].IsCapital && words.Count == 1
                )
            )
        );
    }

    private void AddForm(Form form)
    {
        if (!byFirst.TryGetValue(form.Words[0], out var forms))
            byFirst[form.Words[0]] = forms = [];
        if (!forms.Exists(other => Means(other, form)))
            forms.Add(form);
    }

    private static bool Means(Form one, Form other) =>
        one.Words.AsSpan().SequenceEqual(other.Words) && one.Entity == other.Entity && one.Place == other.Place;

    // A surname that two people share means neither.
    private void AddSurnames(NegotiationDefined definition)
    {
        var people = definition.Entities.Where(entity => entity.Kind == EntityKind.Person);
        foreach (var shared in people.GroupBy(person => person.Name.Split(' ')[^1], StringComparer.OrdinalIgnoreCase))
        {
            if (shared.ToList() is [var only] && shared.Key.Length > 2 && only.Name.Contains(' '))
                Add(shared.Key, written => written with { Entity = only });
        }
    }

    // "The association" after "the Port Employers' Association", where only one thing is called so.
    private void AddHeads(NegotiationDefined definition)
    {
        var others = definition.Entities.Where(entity =>
            entity.Kind is EntityKind.Institution or EntityKind.Party or EntityKind.Group && entity.Name.Contains(' ')
        );
        foreach (var shared in others.GroupBy(entity => entity.Name.Split(' ')[^1].ToLowerInvariant()))
        {
            if (shared.ToList() is not [var only] || !IsNoun(shared.Key) || byFirst.ContainsKey(shared.Key))
                continue;
            AddForm(new([shared.Key], IsCapital: false, IsExact: false, NeedsArticle: true) { Entity = only });
        }
    }

    private static bool IsNoun(string word) =>
        word
            is "union"
                or "association"
                or "federation"
                or "board"
                or "commission"
                or "company"
                or "ministry"
                or "council"
                or "committee"
                or "authority"
                or "movement"
                or "front"
                or "alliance"
                or "agency"
                or "court"
                or "group"
                or "party"
                or "bank"
                or "league"
                or "bloc"
                or "airline"
                or "administration"
                or "confederation";

    private void AddAdjectives(NegotiationDefined definition)
    {
        foreach (var party in definition.Entities.Where(entity => entity.Kind == EntityKind.Party))
        {
            foreach (var word in party.Spellings.Prepend(party.Name).SelectMany(Demonyms.List))
            {
                var words = word.Split(' ');
                if (
                    words.Length > 1
                    || !byFirst.TryGetValue(word, out var known)
                    || !known.Exists(form => form.Words.Length == 1)
                )
                    AddForm(
                        new(words, IsCapital: true, IsExact: false, NeedsArticle: false)
                        {
                            Entity = party,
                            IsAdjective = true,
                        }
                    );
            }
        }
    }
}

internal static class PlaceForms
{
    public static IEnumerable<string> ListFormsOf(this Place place) => [place.Name, .. place.Spellings];
}
