using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Tests;

public class EventsAsJson
{
    public static TheoryData<string> Names => new(EventTypes.All.Select(EventTypes.GetStoredName));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_with_every_field_comes_back_as_it_was(string name)
    {
        var written = Filled.Create(EventTypes.Find(name)!);
        var read = EventJson.Read(name, EventJson.Write(written));

        Assert.IsType(written.GetType(), read);
        // Values in free JSON are compared as the JSON that they are.
        if (written is not ReportCorrected)
            Assert.Equivalent(written, read, strict: true);
        Assert.Equal(EventJson.Write(written), EventJson.Write(read));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_field_is_written_in_camel_case_and_nothing_else_is(string name)
    {
        var type = EventTypes.Find(name)!;
        var json = JsonNode.Parse(EventJson.Write(Filled.Create(type)))!.AsObject();

        Assert.Equal(
            Filled
                .ListProperties(type)
                .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
                .Append("format")
                .Order(),
            json.Select(property => property.Key).Order()
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Unknown_fields_survive_a_round_trip(string name)
    {
        var json = JsonNode.Parse(EventJson.Write(Filled.Create(EventTypes.Find(name)!)))!.AsObject();
        json["mood"] = new JsonObject { ["colour"] = "blue", ["depth"] = new JsonArray(1, 2.5, null, true) };
        json["Certainty"] = "not the field: names are case-sensitive";

        var again = JsonNode.Parse(EventJson.Write(EventJson.Read(name, json.ToJsonString())));

        Assert.True(JsonNode.DeepEquals(json, again), again!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_field_that_is_required_may_not_be_missing(string name)
    {
        var exception = Assert.Throws<UnreadableEventException>(() => EventJson.Read(name, "{}"));

        Assert.StartsWith($"the data of a '{name}' event cannot be read: ", exception.Message);
    }

    [Theory]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("null", "is not a JSON object")]
    [InlineData("7", "is not a JSON object")]
    [InlineData("{", "cannot be read")]
    [InlineData("", "cannot be read")]
    public void Data_of_another_form_is_refused(string json, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<UnreadableEventException>(() => EventJson.Read("talks_offered", json)).Message
        );

    [Fact]
    public void A_type_that_is_not_known_is_refused_by_name() =>
        Assert.Equal(
            "event type 'talks_cursed' is not known to this version of the program",
            Assert.Throws<UnreadableEventException>(() => EventJson.Read("talks_cursed", "{}")).Message
        );

    [Theory]
    [InlineData("standing", "\"sideways\"")]
    [InlineData("standing", "0")]
    [InlineData("modality", "\"shouted\"")]
    [InlineData("modality", "1")]
    [InlineData("happened", "\"2031-04-31\"")]
    [InlineData("happened", "20310402")]
    [InlineData("certainty", "\"4\"")]
    [InlineData("chain", "{}")]
    [InlineData("chain", "null")]
    [InlineData("evidence", "null")]
    [InlineData("evidence", "[null]")]
    [InlineData("others", "[null]")]
    [InlineData("precededBy", "[null]")]
    [InlineData("summary", "null")]
    [InlineData("certainty", "null")]
    public void A_value_that_does_not_fit_its_field_is_refused(string field, string value)
    {
        var json = JsonNode.Parse(EventJson.Write(Filled.Create(typeof(TalksOffered))))!.AsObject();
        json[field] = JsonNode.Parse(value);

        Assert.Throws<UnreadableEventException>(() => EventJson.Read("talks_offered", json.ToJsonString()));
    }

    [Theory]
    [InlineData(typeof(HostilitiesReported), "kind", "missileAttack")]
    [InlineData(typeof(HostilitiesReported), "kind", "offensivePreparation")]
    [InlineData(typeof(PositionStated), "stance", "hope")]
    public void Words_that_an_older_version_stored_are_read_as_they_are(Type type, string field, string word)
    {
        var name = EventTypes.GetStoredName(type);
        var json = JsonNode.Parse(EventJson.Write(Filled.Create(type)))!.AsObject();
        json[field] = word;

        var again = JsonNode.Parse(EventJson.Write(EventJson.Read(name, json.ToJsonString())))!;

        Assert.Equal(word, (string?)again[field]);
    }

    [Theory]
    [InlineData(Standing.Own, "own")]
    [InlineData(Standing.Observed, "observed")]
    [InlineData(Standing.OwnUnnamed, "own-unnamed")]
    [InlineData(Standing.Other, "other")]
    public void A_standing_is_one_word(Standing standing, string word)
    {
        var json = EventJson.Write((Report)Filled.Create(typeof(TalksOffered)) with { Standing = standing });

        Assert.Contains($"\"standing\":\"{word}\"", json);
        Assert.Equal(standing, Assert.IsType<TalksOffered>(EventJson.Read("talks_offered", json)).Standing);
        Assert.Equal(word, EnumText.Format(standing));
    }

    [Fact]
    public void What_is_null_is_not_written()
    {
        var json = EventJson.Write(
            (Report)Filled.Create(typeof(TalksOffered)) with
            {
                Happened = null,
                Actor = null,
                PrecededBy = null,
            }
        );

        Assert.DoesNotContain("\"happened\":", json);
        Assert.DoesNotContain("\"actor\":", json);
        Assert.DoesNotContain("\"precededBy\":", json);
        Assert.DoesNotContain("null", json);
    }

    [Fact]
    public void Letters_and_signs_of_all_scripts_are_written_as_they_are()
    {
        var json = EventJson.Write(
            (Report)Filled.Create(typeof(TalksOffered)) with
            {
                Summary = "“Doğan” – سلام & <b> 'x'",
            }
        );

        Assert.Contains("\"summary\":\"“Doğan” – سلام & <b> 'x'\"", json);
    }
}
