using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Negotiations.Pages.Tests;

/// <summary>An agreement that is said to be broken, by somebody whose name runs from right to left.</summary>
public sealed class BrokenAgreements(PagesServer server) : IClassFixture<PagesServer>
{
    private const string Name = "عبد الرحمن القشماري";

    private const string Text =
        $"The sides reached the Lake Accord. Ostrelia broke the Lake Accord by boats at night, {Name} said.";

    [Fact]
    public async Task It_leads_to_who_says_so_in_lines_that_run_from_left_to_right()
    {
        await TakeInAsync();

        var html = await server.ReadAsync("/lakes");

        Assert.Contains("<bdi>The Lake Accord, status</bdi>", html);
        var breach = Regex.Match(html, "<a class=\"mark disputed\" href=\"([^\"]*)\">breach alleged</a>");
        Assert.True(breach.Success, html);
        Assert.Contains(
            "Varland alleges that Ostrelia broke it: boats at night",
            await server.ReadAsync(breach.Groups[1].Value)
        );
        Assert.Contains("Nothing known: <bdi>Talks of June 2031</bdi>", html);
        // The line runs from left to right, the name in it alone runs the other way.
        Assert.Contains($"<bdi dir=\"ltr\"><bdi>{Name}</bdi>, on the record</bdi>", html);
    }

    private async Task TakeInAsync()
    {
        await server.PostAsync(
            "/api/negotiations",
            "application/yaml",
            $$"""
            negotiation: lakes
            title: Talks on the lakes
            zone: Pacific/Auckland
            rounds:
              - { id: 2031-05, title: Talks of May 2031, when: 2031-05 }
              - { id: 2031-06, title: Talks of June 2031, when: 2031-06 }
            parties:
              - { name: Varland, spellings: [] }
              - { name: Ostrelia, spellings: [] }
            people:
              - { name: {{Name}}, id: qashmari, side: varland, spellings: [] }
            outlets:
              - { name: The Lake Mail, spellings: [] }
            """
        );
        await server.PostAsync(
            "/api/articles",
            "application/yaml",
            $$"""
            article: lake-mail-2031-05-03
            negotiation: lakes
            outlet: The Lake Mail
            title: An accord
            language: en
            text: { file: lake-mail.txt, sha256: {{Hash(Text)}}, length: {{Text.Length}} }
            published: { time: 2031-05-03T18:00, zone: Pacific/Auckland, basis: stated, reason: it stands there,
              earliest: 2031-05-03T18:00, latest: 2031-05-03T18:00 }
            chain:
              - { name: The Lake Mail, kind: outlet, implied: it is the paper itself }
            events:
              - id: reached
                type: AgreementReached
                actor: Varland
                round: 2031-05
                details: { agreement: the Lake Accord, kind: partial, parties: [Varland, Ostrelia], terms: [] }
                chain: []
                standing: observed
                modality: asserted
                evidence: [{{Place("The sides reached the Lake Accord.")}}]
                certainty: 5
                act: reached
                summary: The sides agree.
              - id: broken
                type: AgreementBreached
                actor: {{Name}}
                round: 2031-05
                details: { agreement: the Lake Accord, by: [Ostrelia], breach: boats at night, kind: alleged }
                chain:
                  - {{Place(Name).Replace("{ ", $"{{ name: {Name}, kind: person, ", StringComparison.Ordinal)}}
                standing: own
                modality: asserted
                evidence: [{{Place($"Ostrelia broke the Lake Accord by boats at night, {Name} said.")}}]
                certainty: 5
                act: broken
                summary: A breach is alleged.
            """
        );
    }

    private static string Place(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return $"{{ start: {start}, end: {start + words.Length}, sha256: {Hash(words)} }}";
    }

    private static string Hash(string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
