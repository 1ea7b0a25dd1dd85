namespace Negotiations.Cli.Tests;

/// <summary>An invented negotiation between invented countries, written in a line or two for each report.</summary>
internal static class StraitTalks
{
    private const string Definition = """
        negotiation: strait
        title: Strait talks
        zone: Europe/Istanbul
        rounds:
          - { id: spring, title: Talks of March 2031, when: 2031-03 }
          - { id: round-9, title: Ninth round }
          - { id: round-10, title: Tenth round }
        issues:
          - { id: enrichment, name: Enrichment, spellings: [centrifuges] }
          - { id: prisoners, name: Prisoners, spellings: [captives] }
        parties:
          - { name: Norland, spellings: [] }
          - { name: Suderland, spellings: [] }
          - { name: Ostland, spellings: [] }
        people:
          - { name: Brana Kell, side: norland, office: defence minister of Norland, spellings: [Ms Kell] }
          - { name: Odo Marsk, side: suderland, office: minister of defence of Suderland, spellings: [Marsk] }
          - { name: Ivo Tarn, side: suderland, office: envoy of Suderland, spellings: [the envoy] }
        outlets:
          - { name: Port Post, spellings: [] }
          - { name: Sund Mail, spellings: [] }
        """;

    /// <summary>A store with these articles.</summary>
    public static async Task<SampleStore> ReplayAsync(params string[] articles)
    {
        using var folder = new TemporaryFolder();
        folder.Write("strait.negotiation.yaml", Definition);
        foreach (var (place, article) in articles.Index())
            folder.Write($"{place}.yaml", article);
        var store = await SampleStore.EmptyAsync();
        var run = await store.RunAsync("replay", folder.ResolvePath());
        Assert.Equal("", run.Error);
        return store;
    }

    /// <summary>An article of an outlet, which is called after the outlet and the day.</summary>
    /// <param name="outlet">Identifier of the outlet.</param>
    /// <param name="day">The day on which it came out; at noon.</param>
    /// <param name="reports">Its reports.</param>
    public static string Article(string outlet, string day, params string[] reports) =>
        Article(outlet, day, "basis: stated", reports);

    /// <summary>An article with a title.</summary>
    public static string TitledArticle(string outlet, string day, string title, params string[] reports) =>
        Article(outlet, day, reports).Replace("text: {", $"title: {title}\ntext: {{");

    /// <summary>An article of which the time of publication is assumed.</summary>
    public static string AssumedArticle(string outlet, string day, params string[] reports) =>
        Article(outlet, day, "basis: assumed, reason: the page has no time", reports);

    /// <summary>A report: its identifier, which is also the key of its act, its type and its fields.</summary>
    public static string Report(string id, string type, string fields, string summary = "An invented report.") =>
        $$"""
              - id: {{id}}
                type: {{type}}
            {{Indent(fields)}}
                act: {{id}}
                certainty: 4
                summary: {{summary}}
            """;

    private static string Article(string outlet, string day, string basis, string[] reports) =>
        $$"""
            article: {{outlet}}-{{day}}
            negotiation: strait
            outlet: {{outlet}}
            text: { sha256: {{new string('a', 64)}}, length: 5000 }
            published: { time: "{{day}}T12:00", zone: Europe/Istanbul, {{basis}} }
            chain: [{ name: {{outlet}}, kind: outlet, implied: its own article }]
            events:
            {{string.Join('\n', reports.Select((report, place) => report + Evidence(place)))}}
            """;

    private static string Evidence(int place) =>
        $"\n    evidence: [{{ start: {place * 50}, end: {(place * 50) + 40}, sha256: {new string('b', 64)} }}]";

    private static string Indent(string fields) => string.Join('\n', fields.Split('\n').Select(line => $"    {line}"));
}
