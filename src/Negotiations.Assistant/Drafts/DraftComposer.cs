using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Assistant;

/// <summary>Writes what is proposed for an article as a coded file that somebody reviews.</summary>
public static class DraftComposer
{
    /// <summary>The file.</summary>
    /// <param name="head">The fields at its top, as a coded file has them.</param>
    /// <param name="draft">What is proposed.</param>
    /// <param name="text">The text of the article.</param>
    public static string Write(JsonObject head, Draft draft, NormalisedText text)
    {
        var words = new SpanWords(text);
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        return DraftWriter.Write(
            head,
            [.. draft.Proposals.Select(proposal => Compose(proposal, words, NextId(proposal), (string?)head["round"]))]
        );

        string NextId(Proposal proposal)
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(proposal.Type);
            var number = ids[name] = ids.GetValueOrDefault(name) + 1;
            return number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }
    }

    private static JsonObject Compose(Proposal proposal, SpanWords words, string id, string? round)
    {
        var fields = new JsonObject { ["id"] = id, ["type"] = proposal.Type };
        // A report says whether anybody is named; the text may name nobody.
        fields["actor"] = OneOrSeveral(proposal.Actors);
        Add(fields, "written", proposal.Written);
        Add(fields, "target", proposal.Target);
        if (proposal.Others.Count > 0)
            fields["others"] = List(proposal.Others);
        // That of the article follows the article, when somebody changes it there.
        if (proposal.Round != round)
            fields["round"] = proposal.Round;
        Add(fields, "issue", proposal.Issue);
        if (proposal.Details.Count > 0)
            fields["details"] = proposal.Details.DeepClone();
        Add(fields, "happened", proposal.Happened);
        Add(fields, "happenedFrom", proposal.HappenedFrom);
        Add(fields, "timeOfDay", proposal.TimeOfDay);
        AddFlag(fields, "lookingBack", proposal.LookingBack);
        AddFlag(fields, "ended", proposal.Ended);
        if (proposal.Known is { } known)
            fields["known"] = JsonValue.Create(known.Time.ToString());
        if (proposal.Chain.Count > 0)
            fields["chain"] = new JsonArray([
                .. proposal.Chain.Select(link => (JsonNode)Compose(link, words, proposal.Evidence)),
            ]);
        fields["modality"] = EnumText.Format(proposal.Modality);
        fields["evidence"] = OneOrSeveral([.. proposal.Evidence.Select(span => words.Write(span.Start, span.End))]);
        fields["certainty"] = proposal.Certainty;
        fields["summary"] = proposal.Summary;
        fields["proposed"] = new JsonObject
        {
            ["by"] = proposal.By,
            ["confidence"] = Math.Round(proposal.Confidence, 2),
            ["sentence"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{proposal.Sentence.Start}-{proposal.Sentence.End}"
            ),
        };
        if (proposal.ActCandidates.Count > 0)
            fields["proposed"]!["acts"] = List(proposal.ActCandidates);
        return fields;
    }

    private static JsonObject Compose(ProposedLink link, SpanWords words, IReadOnlyList<ProposedSpan> evidence)
    {
        var fields = new JsonObject { ["name"] = link.Name };
        if (link.Kind == LinkKind.Unnamed)
            fields["kind"] = EnumText.Format(link.Kind);
        Add(fields, "side", link.Side);
        if (link.Span is { } span)
            fields["words"] = words.Write(span.Start, span.End, evidence.Select(place => (place.Start, place.End)));
        else
            fields["implied"] = link.Implied ?? "the text does not name it";
        return fields;
    }

    private static void Add(JsonObject fields, string name, string? value)
    {
        if (value is not null)
            fields[name] = value;
    }

    private static void AddFlag(JsonObject fields, string name, bool value)
    {
        if (value)
            fields[name] = true;
    }

    private static JsonNode? OneOrSeveral(IReadOnlyList<string> texts) =>
        texts switch
        {
            [] => null,
            [var only] => only,
            _ => List(texts),
        };

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
