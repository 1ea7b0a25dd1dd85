using System.Text.Json.Nodes;

namespace Negotiations.Formats;

/// <summary>Puts answers into words.</summary>
public static class BriefingBuilder
{
    /// <summary>The briefing of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="all">Whether statements are shown whole, not only counted.</param>
    public static Briefing Build(Answer answer, bool all) => Build(FoundFacts.All(answer), all);

    /// <summary>The briefing of what was found.</summary>
    /// <param name="found">The facts.</param>
    /// <param name="all">Whether statements are shown whole, not only counted; what was looked for always is.</param>
    public static Briefing Build(FoundFacts found, bool all)
    {
        var answer = found.Whole;
        var names = new NameWords(answer.Definition);
        var tooEarly = answer.Assumptions.Where(assumption => assumption.MayBeTooEarly).ToList();
        var lines = new FactLine(names, answer.Zone, tooEarly) { Coded = CodedNames.Read(answer.Facts) };
        var rounds = Rounds
            .GroupByRound(answer, answer.Facts, fact => fact.Key)
            .Select(round => new BriefingRound(
                names.DisplayRound(round.Key),
                [.. BuildSections(round, found, lines, names, all || found.IsFiltered)]
            ))
            .Where(round => round.Sections.Count > 0)
            .ToList();
        var cited = rounds
            .SelectMany(round => round.Sections)
            .SelectMany(section => section.Lines)
            .SelectMany(line => line.Articles)
            .ToHashSet(StringComparer.Ordinal);
        return new(
            answer.Definition.Title,
            QuestionWords.Asked(answer.Asked, answer.Zone),
            QuestionWords.StandsOn(answer),
            QuestionWords.Nothing(answer, found.Elsewhere),
            [.. QuestionWords.Assumptions(answer)],
            rounds,
            [.. ListArticles(answer, names).Where(article => !found.IsFiltered || cited.Contains(article.Id))]
        );
    }

    private static IEnumerable<BriefingSection> BuildSections(
        IGrouping<string, Fact> round,
        FoundFacts found,
        FactLine lines,
        NameWords names,
        bool all
    )
    {
        var facts = round.Where(found.Has).ToLookup(fact => Subjects.FindSection(fact.Key.Split('/')[1]));
        foreach (var title in Subjects.Titles)
        {
            List<BriefingLine> section = title switch
            {
                Subjects.Round =>
                [
                    .. facts[title].OrderBy(fact => Subjects.PlaceInRound(fact.Key)).Select(lines.Describe),
                ],
                Subjects.Delegations => [.. facts[title].Select(lines.Describe), .. Unknown(round, found, names)],
                Subjects.Statements when !all => [.. Counted(facts[title], names)],
                _ => [.. facts[title].Select(lines.Describe)],
            };
            if (section.Count > 0)
                yield return new(title, section);
        }
    }

    // Who takes part in the round but whose delegation nothing is known of: that too is an answer.
    private static IEnumerable<BriefingLine> Unknown(IGrouping<string, Fact> round, FoundFacts found, NameWords names)
    {
        if (round.Key == Round.General)
            return [];
        var facts = round.ToDictionary(fact => fact.Key.Split('/', 2)[1]);
        var parties = (FindDetail("round/parties", "names") ?? FindDetail("round/status", "parties"))?.AsArray();
        return from party in parties ?? []
            let id = party!.GetValue<string>()
            where
                found.LooksFor($"{round.Key}/delegation/{id}")
                && !facts.Keys.Any(key => key.StartsWith($"delegation/{id}/", StringComparison.Ordinal))
            select new BriefingLine(names.DisplayName(id)) { Status = "unknown" };

        JsonNode? FindDetail(string key, string detail) =>
            facts.TryGetValue(key, out var fact) ? JsonNode.Parse(fact.Value.Json)![detail] : null;
    }

    private static IEnumerable<BriefingLine> Counted(IEnumerable<Fact> facts, NameWords names) =>
        from kind in facts.GroupBy(fact => fact.Key.Split('/')[1])
        let speakers = kind.GroupBy(fact => names.DisplayNames(JsonNode.Parse(fact.Value.Json)!["by"]) ?? "unnamed")
            .OrderByDescending(speaker => speaker.Count())
            .ThenBy(speaker => speaker.Key, StringComparer.Ordinal)
            .Select(speaker => $"{speaker.Key} {speaker.Count()}")
        select new BriefingLine($"{kind.Count()} × {kind.Key}") { Details = string.Join(", ", speakers) };

    // Two versions of an article that say the same of themselves are told apart by their labels.
    private static IEnumerable<BriefingArticle> ListArticles(Answer answer, NameWords names) =>
        ListVersions(answer, names)
            .GroupBy(listed => listed.Article)
            .SelectMany(alike =>
                alike.Count() == 1
                    ? [alike.Key]
                    : alike.Select(listed =>
                        alike.Key with
                        {
                            Words = $"{alike.Key.Words}, version {listed.Version.Version}",
                        }
                    )
            );

    private static IEnumerable<(ArticleVersionPublished Version, BriefingArticle Article)> ListVersions(
        Answer answer,
        NameWords names
    ) =>
        from version in answer.Reports.Select(report => report.Version).Distinct()
        let title = version.Title is null ? "" : $"“{version.Title}”, "
        orderby version.Published.Time
        select (
            version,
            new BriefingArticle(
                version.Article,
                $"{title}{names.DisplayName(version.Outlet.Id)}, "
                    + $"{DateWords.Describe(version.Published, answer.Zone)}"
            )
        );
}
