using System.Security.Cryptography;
using System.Text;
using Negotiations.Coding;

namespace Negotiations.Server.Tests;

/// <summary>Coded files of invented talks about a quarry.</summary>
internal sealed class Quarry(string talks)
{
    /// <summary>Talks of which no other test knows.</summary>
    public static Quarry New() => new($"quarry-{Guid.NewGuid():N}");

    public string Talks => talks;

    public SubmittedFile Definition =>
        new(
            "quarry.negotiation.yaml",
            $$"""
            negotiation: {{talks}}
            title: Talks of {{talks}}
            zone: Pacific/Auckland
            rounds:
              - { id: 2031-05, title: Talks of May 2031, when: 2031-05 }
            parties:
              - { name: Stonecutters, id: stonecutters, spellings: [the cutters] }
              - { name: Quarry Owners, id: owners, spellings: [] }
            outlets:
              - { name: The Grindstone, id: grindstone, spellings: [] }
            """
        );

    /// <summary>
    /// The coded file of an article, by its number in the order of publication, with the reports of some numbers.
    /// </summary>
    public SubmittedFile Article(int number, params IEnumerable<int> reports) =>
        new(
            $"{ArticleId(number)}.yaml",
            $$"""
            article: {{ArticleId(number)}}
            negotiation: {{talks}}
            outlet: The Grindstone
            text: {sha256: {{Hash($"text {number}")}}, length: 5000}
            published: {time: "2031-05-{{1 + (number / 10):D2}}T{{6
                + number % 10:D2}}:00", zone: Pacific/Auckland, basis: stated}
            chain:
              - {name: The Grindstone, kind: outlet, implied: its own article}
            events:
            {{string.Join('\n', reports.Select(report => Report(number, report)))}}
            """
        );

    public string ForArticle(int number) => StreamName.ForArticle(talks, ArticleId(number));

    public static string ArticleId(int number) => $"grindstone-{number:D3}";

    private static string Report(int number, int report) =>
        $$"""
              - id: report-{{report}}
                type: PositionStated
                actor: the cutters
                round: 2031-05
                details: {topic: "face {{report}}", position: "offer {{number}}"}
                chain:
                  - {name: the cutters, kind: institution, implied: it says so itself}
                standing: own
                modality: asserted
                evidence:
                  - {start: {{report * 100}}, end: {{(report * 100) + 50}}, sha256: {{Hash($"span {number} {report}")}}}
                certainty: 4
                act: face-{{report}}-offer-{{number}}
                summary: An invented position on face {{report}}.
            """;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
