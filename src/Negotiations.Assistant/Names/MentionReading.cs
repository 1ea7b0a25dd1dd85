using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Names;

/// <summary>Reads the mentions of one sentence.</summary>
internal sealed class MentionReading(
    IReadOnlyList<Token> tokens,
    string text,
    FormTable forms,
    Offices offices,
    Discourse discourse
)
{
    public List<Mention> Found { get; } = [];

    private IEnumerable<NamedEntity> Before => Found.SelectMany(mention => mention.Entities);

    // Whoever says something before "he" is more likely meant than whom he speaks of.
    private IEnumerable<NamedEntity> Likely =>
        Found
            .Where(mention => mention.Last + 1 < tokens.Count && IsSaying(mention.Last + 1))
            .Reverse()
            .Concat(Found.Where(mention => mention.Kind != MentionKind.Adjective))
            .SelectMany(mention => mention.Entities);

    private bool IsSaying(int place) =>
        IsWord(place, "said", "says", "told", "added", "wrote", "warned", "announced", "has", "had");

    public Mention? ReadAt(int place)
    {
        if (tokens[place].Kind is not (TokenKind.Word or TokenKind.Number))
            return null;
        var start = IsWord(place, "the", "both", "a", "an") && place + 1 < tokens.Count ? place + 1 : place;
        return ReadSides(place)
            ?? ReadName(place, start)
            ?? ReadTitled(place, start)
            ?? SourceReader.Read(tokens, text, place, null, Side, FindParty)
            ?? ReadPronoun(place)
            ?? ReadUnknown(place);
    }

    private (int Length, NamedEntity? Party) FindParty(int place) =>
        forms.Find(tokens, place, text) is { Entity: { Kind: EntityKind.Party } party } form
            ? (form.Words.Length, party)
            : (0, null);

    private string? Side(string pronoun) =>
        pronoun is "its" or "their"
            ? discourse.FindBody(Before.Reverse()) is { } body
                ? body.Kind == EntityKind.Party
                    ? body.Id
                    : body.Side
                : null
            : discourse.FindSide(Before.Reverse());

    // "Norland", "Norland's foreign minister, Ada Brill", "the Norlandic side", "Ada Brill's envoy Jon Ost".
    private Mention? ReadName(int place, int start)
    {
        var named = IsAddress(start) ? SkipAddress(start) : start;
        if (named >= tokens.Count || forms.Find(tokens, named, text) is not { } form)
            return null;
        var last = named + form.Words.Length - 1;
        var next = last + 1;
        var isPossessive = IsWord(next, "'s");
        if (isPossessive)
            next++;
        if (form.Entity is { } entity && (form.IsAdjective || isPossessive || entity.Kind == EntityKind.Party))
        {
            if (
                ReadHolder(place, next, entity, form.IsAdjective || isPossessive || entity.Kind == EntityKind.Party) is
                { } holder
            )
                return holder;
            if (form.IsAdjective || isPossessive || entity.Kind == EntityKind.Party)
            {
                if (SourceReader.Read(tokens, text, next, entity, Side, FindParty) is { } source)
                    return source with { First = place, Written = Write(place, source.Last) };
                if (IsBody(next))
                    return Create(place, next, [entity], named);
            }
            else if (
                IsWord(next, "side") || IsWord(next, "government", "delegation", "team", "delegates", "negotiators")
            )
                return Create(place, next, [entity], named);
            if (form.IsAdjective)
                return new(place == start ? place : start, last, MentionKind.Adjective)
                {
                    Entities = [entity],
                    IsByName = true,
                    Written = Write(start, last),
                };
        }

        if (form.Entity is { Kind: EntityKind.Person } person)
            discourse.Learn(person, Write(start, last));
        if (form.Place is not null && (form.Entity is null || IsLocative(place - 1)))
            return new(place, last, MentionKind.Place)
            {
                Place = form.Place,
                Written = Write(named, last),
                Core = (named, last),
            };
        return Create(place, last, [form.Entity!], named) with { Place = form.Place };
    }

    // Whoever holds an office on a side, or belongs to somebody: with the name that follows, or without.
    private Mention? ReadHolder(int place, int title, NamedEntity owner, bool belongs)
    {
        if (title >= tokens.Count)
            return null;
        var (length, holders) = offices.Find(tokens, title);
        var end = title + length;
        if (length == 0)
            end = SkipTitle(title);
        if (end == title)
            return null;
        // "Ukrainian president, Volodymyr …", "senior envoys Steve Witkoff and …"
        if (ReadNameAfter(place, end) is { } named)
            return named;
        if (!belongs)
            return null;
        var side = owner.Kind == EntityKind.Party ? owner.Id : owner.Side;
        var found =
            holders.Where(holder => holder.Side == side).ToList() is { Count: > 0 } own ? discourse.Choose(own)
            : end == title + 1 && IsWord(title, "leader", "strongman", "ruler") && side is not null
                ? offices.FindHead(side)
            : null;
        return found is null ? null : Create(place, end - 1, [found], place);
    }

    // "Labour minister Ada Wynn", "the foreign minister", "its foreign minister, Maris Oule".
    private Mention? ReadTitled(int place, int start)
    {
        var owner = IsWord(place, "his", "her", "its", "their", "our", "my") ? tokens[place].Word : null;
        var title = owner is null ? start : place + 1;
        if (owner is not null && IsBody(title) && Side(owner) is { } body && offices.FindParty(body) is { } party)
            return Create(place, title, [party], place);
        if (ReadBodyOf(place, title) is { } whole)
            return whole;
        if (title >= tokens.Count)
            return null;
        if (owner is null && IsAddress(title))
            return null;
        var (length, holders) = offices.Find(tokens, title);
        var end = length > 0 ? title + length : SkipTitle(title);
        if (end == title)
            return null;
        if (ReadNameAfter(place, end) is { } named)
            return named;
        if (length == 0)
            return null;
        var last = end - 1;
        if (IsWord(end, "of", "for"))
        {
            var name = IsWord(end + 1, "the") ? end + 2 : end + 1;
            if (name < tokens.Count && forms.Find(tokens, name, text) is { Entity: { } of } form)
            {
                var side = of.Kind == EntityKind.Party ? of.Id : of.Side;
                holders = [.. holders.Where(holder => holder.Side == side || holder.SpeaksFor == of.Id)];
                last = name + form.Words.Length - 1;
                if (ReadNameAfter(place, last + 1) is { } full)
                    return full;
            }
        }
        else if (owner is not null && Side(owner) is { } side)
            holders = [.. holders.Where(holder => holder.Side == side)];
        var definite = owner is not null || start > place && IsWord(place, "the") || tokens[place].IsCapital;
        return definite && holders.Count > 0 && discourse.Choose(holders) is { } found
            ? Create(place, last, [found], place)
            : null;
    }

    // "The delegation of Norland" is Norland; "the foreign ministry of Norland" has no name in the file.
    private Mention? ReadBodyOf(int place, int body)
    {
        var noun = body;
        while (noun < tokens.Count && noun < body + 2 && TitleWords.IsModifier(tokens[noun].Word) && !IsBody(noun))
            noun++;
        var isMinistry = IsWord(noun, "ministry", "office", "presidency", "embassy");
        if (!isMinistry && !IsBody(noun) || !IsWord(noun + 1, "of"))
            return null;
        var name = IsWord(noun + 2, "the") ? noun + 3 : noun + 2;
        if (name >= tokens.Count || forms.Find(tokens, name, text) is not { Entity: { } entity } form)
            return null;
        var last = name + form.Words.Length - 1;
        var side = entity.Kind == EntityKind.Party ? entity.Id : entity.Side;
        return isMinistry
            ? new(place, last, MentionKind.Source) { Side = side, Written = Write(place, last) }
            : Create(place, last, [entity], place) with
            {
                Head = noun,
            };
    }

    // A name right after a title, perhaps behind a comma.
    private Mention? ReadNameAfter(int place, int end)
    {
        var name = end < tokens.Count && tokens[end].Kind == TokenKind.Comma ? end + 1 : end;
        if (IsAddress(name))
            name = SkipAddress(name);
        if (name >= tokens.Count || !tokens[name].IsCapital)
            return null;
        if (forms.Find(tokens, name, text) is { Entity: { Kind: EntityKind.Person } person } form)
            return CreateBehindTitle(place, end, name, form, person);
        // Somebody whom the negotiation's file does not know.
        if (name == end && CountCapitals(name) >= 2 && forms.Find(tokens, name, text) is null)
            return new(place, name + CountCapitals(name) - 1, MentionKind.Named)
            {
                Written = Write(name, name + CountCapitals(name) - 1),
            };
        return null;
    }

    // "Its foreign minister, Maris Oule, urged": the comma that closes belongs to the name.
    private Mention CreateBehindTitle(int place, int end, int name, Form form, NamedEntity person)
    {
        var last = name + form.Words.Length - 1;
        var closes = name > end && tokens[end].Kind == TokenKind.Comma && last + 1 < tokens.Count;
        var mention = Create(place, last, [person], name);
        return closes && tokens[last + 1].Kind == TokenKind.Comma ? mention with { Last = last + 1 } : mention;
    }

    private Mention? ReadPronoun(int place)
    {
        IReadOnlyList<NamedEntity> meant = tokens[place].Word switch
        {
            "he" or "him" or "himself" => One(discourse.FindPerson(woman: false, Likely)),
            "she" or "herself" => One(discourse.FindPerson(woman: true, Likely)),
            "her" when !IsNounAfter(place) => One(discourse.FindPerson(woman: true, Likely)),
            "it" => One(discourse.FindBody(Before)),
            "they" or "them" => discourse.FindSeveral(),
            _ => [],
        };
        return meant.Count > 0 || tokens[place].Word is "i" or "we" or "he" or "she" or "they" or "it"
            ? new(place, place, MentionKind.Reference) { Entities = meant, Written = Write(place, place) }
            : null;
    }

    // "Both sides", "the two delegations".
    private Mention? ReadSides(int place)
    {
        var noun = IsWord(place, "both")
            ? IsWord(place + 1, "the")
                ? place + 2
                : place + 1
            : IsWord(place, "the", "these") && IsWord(place + 1, "two", "warring", "opposing")
                ? place + 2
                : IsWord(place, "the") && IsWord(place + 1, "sides", "parties", "negotiators", "delegations")
                    ? place + 1
                    : IsWord(place, "each") && IsWord(place + 1, "side")
                        ? place + 1
                        : -1;
        if (
            noun < 0
            || !IsWord(
                noun,
                "sides",
                "parties",
                "countries",
                "governments",
                "delegations",
                "teams",
                "nations",
                "neighbours",
                "neighbors",
                "negotiators",
                "states",
                "capitals",
                "side",
                "camps",
                "rivals",
                "enemies",
                "foes"
            )
        )
            return null;
        return new(place, noun, MentionKind.Reference) { Entities = discourse.Sides, Written = Write(place, noun) };
    }

    // Two words with capitals in the midst of a sentence: a name that the file does not know.
    private Mention? ReadUnknown(int place)
    {
        var count = CountCapitals(place);
        return count >= 2 && (place > 0 || count >= 3)
            ? new(place, place + count - 1, MentionKind.Named) { Written = Write(place, place + count - 1) }
            : null;
    }

    private int CountCapitals(int place)
    {
        var end = place;
        while (
            end < tokens.Count
            && tokens[end].Kind == TokenKind.Word
            && tokens[end].IsCapital
            && !TitleWords.IsNoun(tokens[end].Word)
            && (end == place || forms.Find(tokens, end, text) is null)
        )
            end++;
        return end - place;
    }

    private int SkipTitle(int place)
    {
        var end = place;
        while (
            end < tokens.Count
            && end - place < 6
            && (
                TitleWords.IsModifier(tokens[end].Word)
                || TitleWords.IsNoun(tokens[end].Word)
                || tokens[end].Word.EndsWith('s') && TitleWords.IsNoun(tokens[end].Word[..^1])
            )
        )
            end++;
        while (
            end > place
            && !TitleWords.IsNoun(tokens[end - 1].Word.TrimEnd('s'))
            && !TitleWords.IsNoun(tokens[end - 1].Word)
        )
            end--;
        return end;
    }

    private bool IsAddress(int place) =>
        place + 1 < tokens.Count && tokens[place].IsCapital && TitleWords.IsAddress(tokens[place].Word);

    private int SkipAddress(int place) => tokens[place + 1].Word == "." ? place + 2 : place + 1;

    private bool IsNounAfter(int place) =>
        place + 1 < tokens.Count
        && tokens[place + 1].Kind == TokenKind.Word
        && !IsWord(place + 1, "to", "in", "at", "on", "for", "and", "that", "with", "as", "if", "by", "from");

    private bool IsBody(int place) =>
        IsWord(
            place,
            "side",
            "government",
            "delegation",
            "team",
            "negotiators",
            "authorities",
            "leadership",
            "delegates",
            "administration",
            "cabinet",
            "forces",
            "army",
            "troops",
            "military",
            "representatives",
            "envoys"
        );

    private bool IsLocative(int place) =>
        IsWord(
            place,
            "in",
            "at",
            "near",
            "into",
            "towards",
            "toward",
            "around",
            "outside",
            "inside",
            "across",
            "through",
            "via",
            "near"
        );

    private Mention Create(int first, int last, IReadOnlyList<NamedEntity> entities, int core) =>
        new(first, last, MentionKind.Named)
        {
            Entities = entities,
            Written = Write(core, last),
            Core = (core, last),
            IsByName = Enumerable.Range(first, last - first + 1).Any(IsName),
        };

    // A capital at the beginning of a sentence is none.
    private bool IsName(int place) =>
        tokens[place].IsCapital
        && (place > 0 || !forms.IsCommon(tokens[place].Word))
        && tokens[place].Word is not ("the" or "its" or "his" or "her" or "their" or "both");

    private string Write(int first, int last) => text[tokens[first].Start..tokens[last].End];

    private bool IsWord(int place, params ReadOnlySpan<string> words) =>
        place >= 0 && place < tokens.Count && words.Contains(tokens[place].Word);

    private static IReadOnlyList<NamedEntity> One(NamedEntity? entity) => entity is null ? [] : [entity];
}
