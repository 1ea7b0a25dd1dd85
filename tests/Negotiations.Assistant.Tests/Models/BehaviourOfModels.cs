using System.Text.Json.Nodes;

namespace Negotiations.Assistant.Tests;

public class BehaviourOfModels
{
    private static readonly IReadOnlyList<TypeDefinition> Types =
    [
        new("TalksOffered", "Somebody offers to talk."),
        new("TalksHeld", "Talks took place."),
        new("DemandMade", "Somebody demands something."),
    ];

    private static readonly IReadOnlyList<(string, string)> Passages =
    [
        ("offers", "Norland offers talks."),
        ("offers", "Suderland offers talks too."),
        ("met", "They met."),
    ];

    [Fact]
    public async Task A_model_that_reads_the_definitions_follows_them_under_any_name_and_order()
    {
        var score = await MeasureAsync(question =>
            FindType(
                question,
                question.Material["words"]!.GetValue<string>() == "met" ? "took place" : "offers to talk"
            )
        );

        Assert.Equal((3, 1.0, 1.0, 1.0, 1.0), Figures(score));
    }

    [Fact]
    public async Task A_model_that_reads_only_the_names_is_found_out()
    {
        var score = await MeasureAsync(question =>
        {
            var wanted = question.Material["words"]!.GetValue<string>() == "met" ? "TalksHeld" : "TalksOffered";
            return question.Instructions.Contains($"- {wanted}:") ? wanted : "T03";
        });

        Assert.Equal((3, 1.0, 1.0, 0.0, 0.0), Figures(score));
    }

    [Fact]
    public async Task A_model_that_takes_what_comes_first_is_found_out()
    {
        var score = await MeasureAsync(question => question.Instructions.Split("- ")[1].Split(':')[0]);

        Assert.Equal((1.0, 0.0), (score.Legal, score.SameInOtherOrder));
        Assert.Null(score.FollowsSwapped);
    }

    [Fact]
    public async Task A_type_that_it_was_not_told_of_is_not_legal()
    {
        var score = await MeasureAsync(_ => "WarDeclared");

        Assert.Equal(0.0, score.Legal);
    }

    private static (int, double?, double?, double?, double?) Figures(BehaviourScore score) =>
        (score.Passages, score.Legal, score.SameInOtherOrder, score.SameWithoutNames, score.FollowsSwapped);

    // The name of the type that has a definition with some words.
    private static string FindType(ChatQuestion question, string definition) =>
        question
            .Instructions.Split('\n')
            .Single(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains(definition))[2..]
            .Split(':')[0];

    private static async Task<BehaviourScore> MeasureAsync(Func<ChatQuestion, string> choose)
    {
        using var service = new ChatService(question =>
            ChatAnswer.Say(new JsonObject { ["type"] = choose(question), ["modality"] = "asserted" })
        );
        return await ModelBehaviour.MeasureAsync(service.Settings, Types, Passages);
    }
}
