using System.Net;

namespace Negotiations.Pages.Tests;

/// <summary>What somebody says not to be so is nowhere shown as if it were.</summary>
public sealed class PagesOfDenials(PagesServer server) : IClassFixture<PagesServer>, IAsyncLifetime
{
    private const string Definition = """
        negotiation: lagoon
        title: Lagoon talks
        zone: Pacific/Auckland
        rounds:
          - { id: 2031-06, title: Talks of June 2031, when: 2031-06 }
        issues:
          - { id: eels, name: eels }
        parties:
          - { name: Fishers }
          - { name: Millers }
        people:
          - { name: Orla Venn }
        outlets:
          - { name: The Reed }
        """;

    private const string Hash = "7a20fc6541423d7405bfaa0d367fc6f9dd31efab26bf62d7da0933f2cd3f597e";

    // The fields of its reports.
    private const string NoPact = "type: AgreementReached, actor: [Fishers, Millers], act: pact, modality: denied, "
        + "issue: eels, happened: 2031-06-01, summary: Venn says that there is no pact., "
        + "details: {agreement: a pact on eels, kind: final, terms: null, parties: [Fishers, Millers]}";

    private const string For = "type: PositionStated, actor: Millers, act: for, modality: reported, issue: eels, "
        + "happened: 2031-06-01, summary: The millers are for a share., "
        + "details: {topic: eels, stance: supports, position: a share for all}";

    private const string Against = "type: PositionStated, actor: Millers, act: against, modality: reported, "
        + "issue: eels, happened: 2031-06-03, summary: The millers are against it., "
        + "details: {topic: eels, stance: opposes, position: no share}";

    public async Task InitializeAsync()
    {
        await server.PostAsync("/api/negotiations", "application/yaml", Definition);
        await PostAsync("reed-1", "2031-06-02T10:00", NoPact, For);
        await PostAsync("reed-2", "2031-06-04T10:00", Against);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_is_denied_is_said_to_be() =>
        Assert.Contains("what is denied: final", await ReadAsync("/lagoon"));

    [Fact]
    public async Task An_act_that_is_only_denied_is_in_the_timeline() =>
        Assert.Contains("Venn says that there is no pact.", await ReadAsync("/lagoon/timeline"));

    [Theory]
    [InlineData("/lagoon/positions", "moved")]
    [InlineData("/lagoon/positions/since/2031-06-02", "moved")]
    [InlineData("/lagoon/positions/since/2031-06-01", "new")]
    public async Task A_line_says_what_has_become_of_it(string address, string change)
    {
        var page = await ReadAsync(address);

        Assert.Contains($"<span class=\"mark moved\">{change}</span>", page);
        Assert.Contains("supports: a share for all", page);
    }

    private async Task<string> ReadAsync(string address) => WebUtility.HtmlDecode(await server.ReadAsync(address));

    private Task PostAsync(string article, string published, params string[] reports) =>
        server.PostAsync(
            "/api/articles",
            "application/yaml",
            $$"""
            article: {{article}}
            negotiation: lagoon
            outlet: The Reed
            text: {sha256: {{Hash}}, length: 900}
            published: {time: "{{published}}", basis: stated}
            chain: [{name: The Reed, kind: outlet, implied: its own article}]
            events:
            {{string.Join('\n', reports.Select(Write))}}
            """
        );

    private static string Write(string report, int number) =>
        $"  - {{id: r{number}, {report}, round: 2031-06, certainty: 5, "
        + $"chain: [{{name: Orla Venn, kind: person, {Span(number, 9)}}}], evidence: [{{{Span(number, 40)}}}]}}";

    private static string Span(int number, int length) =>
        $"start: {number * 50}, end: {(number * 50) + length}, sha256: {Hash}";
}
