using System.Text.Json.Nodes;

namespace Negotiations.Coding.Tests;

/// <summary>
/// What the seeds must answer stands beside them, in <c>seeds/expectations.json</c>: nothing here knows what they are
/// about.
/// </summary>
public class AnswersOfSeeds
{
    private static readonly string Folder = Repository.ResolvePath("seeds");

    public static TheoryData<string> Expectations =>
        [
            .. JsonNode
                .Parse(File.ReadAllText(Path.Combine(Folder, "expectations.json")))!
                .AsArray()
                .Select(expected => expected!.ToJsonString()),
        ];

    [Theory]
    [MemberData(nameof(Expectations))]
    public async Task Are_as_expected(string json)
    {
        var expected = JsonNode.Parse(json)!;
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Folder]);
        var question = await store.ReadQuestionAsync(
            new(expected["talks"]!.GetValue<string>(), expected["knownBy"]?.GetValue<string>())
        );
        var answer = await store.AnswerAsync(question);
        var log = await store.ReadLogAsync(question.Negotiation, recordedBy: null);
        var blamed = Blame.Trace(log, question, "").Facts.ToLookup(fact => fact.Fact.Key, fact => fact.Reports);
        var facts = JsonNode.Parse(AnswerJson.Write(answer))!["facts"]!
            .AsArray()
            .ToDictionary(fact => fact!["key"]!.GetValue<string>());
        var acts = answer.Reports.ToDictionary(report => report.EventId.ToString(), report => report.Report.Act);

        Assert.All(expected["nothingOf"]?.AsArray() ?? [], part =>
            Assert.DoesNotContain(facts.Keys, key => FactKeys.Admits(key, part!.GetValue<string>()))
        );
        foreach (var (key, value) in expected["facts"]!.AsObject())
        {
            Assert.True(
                facts.TryGetValue(key, out var fact) == value is not null,
                $"{key} is {(value is null ? "known" : "unknown")}"
            );
            foreach (var (field, part) in value?.AsObject() ?? [])
            {
                if (field == "blamed")
                    Assert.All(part!.AsArray(), id =>
                        Assert.Single(blamed[key].Single(), report =>
                            report.Visible.Report.Id == id!.GetValue<string>()
                        )
                    );
                else if (field == "against" && part is null)
                    Assert.Empty(fact!["against"]!.AsArray());
                else if (field == "against")
                    Assert.Contains(
                        part!.GetValue<string>(),
                        fact!["against"]!.AsArray().Select(id => acts[id!.GetValue<string>()])
                    );
                else if (part is JsonObject parts)
                    Assert.All(parts, detail =>
                        Assert.Equal(detail.Value!.ToJsonString(), fact![field]![detail.Key]?.ToJsonString())
                    );
                else
                    Assert.Equal(part!.ToJsonString(), fact![field]!.ToJsonString());
            }
        }
    }
}
