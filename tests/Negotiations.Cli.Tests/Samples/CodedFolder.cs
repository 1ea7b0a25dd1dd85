using System.Security.Cryptography;
using System.Text;

namespace Negotiations.Cli.Tests;

/// <summary>A folder with the coded files of an invented negotiation: as many articles as a test asks for.</summary>
public sealed class CodedFolder : IDisposable
{
    private const int ReportsPerArticle = 12;

    private const string Definition = """
        negotiation: orchard
        title: Orchard talks
        zone: Pacific/Auckland
        rounds:
          - { id: 2031-05, title: Talks of May 2031, when: 2031-05 }
        parties:
          - { name: Pickers’ League, id: pickers, spellings: [the league] }
          - { name: Orchard Owners, id: owners, spellings: [] }
        outlets:
          - { name: Orchard Post, spellings: [] }
        """;

    private readonly TemporaryFolder folder = new();

    /// <summary>Writes the files.</summary>
    public CodedFolder(int articles)
    {
        folder.Write("orchard.negotiation.yaml", Definition);
        for (var number = 1; number <= articles; number++)
            folder.Write($"post-{number:D3}.yaml", Article(number));
    }

    /// <summary>The path of the folder.</summary>
    public string Path => folder.ResolvePath();

    /// <summary>The stream of an article, by its number in the order of publication, counted from 1.</summary>
    public static string ForArticle(int number) => StreamName.ForArticle("orchard", $"post-{number:D3}");

    public void Dispose() => folder.Dispose();

    private static string Article(int number) =>
        $$"""
            article: post-{{number:D3}}
            negotiation: orchard
            outlet: Orchard Post
            text: {sha256: {{Hash($"text {number}")}}, length: 5000}
            published: {time: "2031-05-{{1 + (number / 4):D2}}T{{6
                + (number % 4 * 4):D2}}:00", zone: Pacific/Auckland, basis: stated}
            chain:
              - {name: Orchard Post, kind: outlet, implied: its own article}
            events:
            {{string.Join('\n', Enumerable.Range(1, ReportsPerArticle).Select(report => Report(number, report)))}}
            """;

    private static string Report(int number, int report) =>
        $$"""
              - id: report-{{report}}
                type: PositionStated
                actor: {{(report % 2 == 0 ? "the league" : "Orchard Owners")}}
                round: 2031-05
                details: {topic: "row {{report}}", position: "offer {{number}}"}
                chain:
                  - {name: {{(
                report % 2 == 0 ? "the league" : "Orchard Owners"
            )}}, kind: institution, implied: it says so itself}
                standing: own
                modality: asserted
                evidence:
                  - {start: {{report * 100}}, end: {{(report * 100) + 50}}, sha256: {{Hash($"span {number} {report}")}}}
                certainty: 4
                act: row-{{report}}-offer-{{number}}
                summary: An invented position on row {{report}}.
            """;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
