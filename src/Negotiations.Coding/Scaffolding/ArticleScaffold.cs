using System.Globalization;
using System.Text;
using NodaTime;

namespace Negotiations.Coding;

/// <summary>The beginning of the coded file of an article, to be filled in by a person.</summary>
public static class ArticleScaffold
{
    /// <summary>What the file says, in YAML.</summary>
    /// <param name="article">The article, with what its page says of it.</param>
    /// <param name="definition">The negotiation.</param>
    /// <exception cref="WrongInputException">The article cannot be read.</exception>
    public static string Write(ArticleText article, NegotiationDefined definition)
    {
        if (article.Text is not { } text)
            throw new WrongInputException($"{article.Path ?? article.File} cannot be read: {article.Problem}");
        var metadata = article.Metadata ?? new();
        var id = SuggestId(article.File);
        var written = new StringBuilder();
        Line("# The coding of one article; docs/coding.md says how. For completion in an editor put here:");
        Line("# yaml-language-server: $schema=PATH/TO/docs/schema/article.schema.json");
        Line($"format: {FileContext.NewestFormat}");
        Line($"article: {id}  # unique among the articles of the negotiation");
        Line($"negotiation: {definition.Negotiation}");
        WriteOutlet(metadata.Outlet);
        Field("title", metadata.Headline ?? FindTitle(text));
        Field("language", metadata.Language);
        Field("url", WebAddress.Parse(metadata.Url ?? "") is null ? null : metadata.Url);
        var identity = text.Identity();
        Line(
            "text: "
                + YamlText.WriteInLine(
                    YamlText.Line(
                        ("file", YamlText.Text(article.File)),
                        ("sha256", YamlText.Text(identity.Sha256)),
                        ("length", YamlText.Plain(identity.Length.ToString(CultureInfo.InvariantCulture)))
                    )
                )
        );
        WritePublished(metadata.Published);
        WriteRound();
        WriteNames(text);
        WriteExample();
        return written.ToString();

        void Line(string line) => written.Append(line).Append('\n');

        void Field(string name, string? value)
        {
            if (value is not null)
                Line($"{name}: {WriteValue(value)}");
        }

        void WriteOutlet(string? name)
        {
            var known = name is null ? null : new NameIndex(definition).Find(name);
            var outlets = definition
                .Entities.Where(entity => entity.Kind is EntityKind.Outlet or EntityKind.Agency)
                .Select(entity => entity.Name);
            Line(
                known is { Kind: EntityKind.Outlet or EntityKind.Agency } ? $"outlet: {WriteValue(name!)}"
                : name is not null
                    ? $"outlet: {WriteValue(name)}  # not in the file of the negotiation yet: add it there, "
                        + "under outlets"
                : $"outlet:  # one of the file of the negotiation: {string.Join(", ", outlets)}"
            );
        }

        void WritePublished(string? time) =>
            Line(
                time is not null && ReadTime(time, definition) is { } stated
                    ? $"published: {WriteValue(stated)}"
                    : "published:  # such as 2031-04-02T18:30, or the day; in the zone of the talks. Where the "
                        + "source does "
                        + "not say:\n#   {time: 2031-04-02T18:30, basis: assumed, reason: …}"
            );

        void WriteRound()
        {
            List<string> rounds = [.. definition.Rounds.Where(round => !round.Background).Select(round => round.Id)];
            Line(
                rounds is [var only]
                    ? $"round: {WriteValue(only)}  # of reports that do not say another"
                    : $"round:  # of reports that do not say another: {string.Join(", ", rounds.Append(Round.General))}"
            );
            Line("# covers: 2031-04-01/2031-04-02  # the days whose news it tells");
            Line("# chain: [Port Wire]  # how the text came to its outlet; left out, the outlet alone");
            Line(
                "# days: {wednesday: {happened: 2031-04-02, happenedFrom: on Wednesday}}  # then: happened: wednesday"
            );
            Line("# chains: {sund: [Mary Sund]}  # then: chain: sund");
        }

        void WriteNames(NormalisedText of)
        {
            var known = NamesInText.FindKnown(of, definition);
            if (known.Count > 0)
                Line("# Names of the negotiation in this text:");
            foreach (var (entity, forms) in known)
                Line(
                    $"#   {entity.Name} "
                        + $"({EnumText.Format(entity.Kind)}{(entity.Side is null ? "" : $", {entity.Side}")})"
                        + (forms is [var one] && one == entity.Name ? "" : $": {string.Join(", ", forms)}")
                );
            var others = NamesInText.FindOthers(of, definition);
            if (others.Count == 0)
                return;
            Line(
                "# Other words with capital letters; what is a name of the talks belongs into the file of the "
                    + "negotiation:"
            );
            Line($"#   {string.Join(", ", others.Select(name => $"{name.Name} ({name.Count})"))}");
        }

        void WriteExample() =>
            written.Append(
                """
                events:
                # One report for each act, such as:
                #  - id: sund-offers-talks          # unique in the file; the key of the act as well, unless act: says
                #    type: TalksOffered             # docs/catalogue.md has the types and their details
                #    actor: Mary Sund               # by a name of the negotiation's file
                #    written: Ms Sund               # as the article has it
                #    details: {form: direct talks}  # what the text does not say is left out
                #    happened: 2031-04-02           # when it was said or done
                #    happenedFrom: on Wednesday     # by which words
                #    evidence: "the words of the article"   # exactly; several: ["…", "…"]; the second place: "… #2"
                #    chain: Mary Sund               # who says so; left out where the outlet itself tells
                #    summary: Sund offers talks.    # in your own words

                """.ReplaceLineEndings("\n")
            );
    }

    /// <summary>The identifier of an article that is kept in a file with a name.</summary>
    public static string SuggestId(string file) =>
        Slug.From(Path.GetFileNameWithoutExtension(file)) is { Length: > 0 } slug ? slug : "article";

    private static string WriteValue(string value) => YamlText.WriteInLine(YamlText.Text(value));

    private static string? FindTitle(NormalisedText text) =>
        text.Value.Split('\n').Select(FoldedText.Fold).FirstOrDefault(line => line.Length > 0) is { Length: < 200 } line
            ? line
            : null;

    // As the page states it, where a coded file can state it so.
    private static string? ReadTime(string time, NegotiationDefined definition)
    {
        try
        {
            PublicationTimeReader.Parse(time, DateTimeZoneProviders.Tzdb[definition.Zone]);
            return time;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
