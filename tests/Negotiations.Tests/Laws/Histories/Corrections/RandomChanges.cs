using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Tests.Laws;

/// <summary>Random new values for the fields of a report.</summary>
internal static class RandomChanges
{
    public static JsonObject Draw(Report report, History history, CorrectionBy by, Dice dice) =>
        dice.Weighted(
            (30, "amend"),
            (25, "reattribute"),
            (25, "redate"),
            (by == CorrectionBy.Coder ? 14 : 1, "act"),
            (by == CorrectionBy.Coder ? 11 : 1, "round"),
            (by == CorrectionBy.Coder ? 16 : 1, "type"),
            (by == CorrectionBy.Coder ? 10 : 3, "actor"),
            (by == CorrectionBy.Coder ? 10 : 0, "evidence"),
            (
                report.Known is null ? 0
                : by == CorrectionBy.Coder ? 55
                : 1,
                "known"
            )
        ) switch
        {
            "amend" => Amended(report, history, dice),
            "type" => DrawAnotherType(report, dice),
            "actor" => WithActor(report, dice),
            "evidence" => new JsonObject { ["evidence"] = Json(RandomEvidence(dice)) },
            "reattribute" => Reattributed(report, history, dice),
            "redate" => Redated(report, history, dice),
            "known" => new JsonObject { ["known"] = dice.Chance(90) ? Json(Calendar.RandomPublication(dice)) : null },
            "act" => new JsonObject { ["act"] = dice.Pick([.. history.Reports.Select(other => other.Act)]) },
            _ => WithRound(report, dice),
        };

    private static JsonObject Amended(Report report, History history, Dice dice)
    {
        // The details of a type that a report has no more are no fields of it.
        var hasChanged = history
            .Corrections.OfType<ReportCorrected>()
            .Any(other =>
                other.Target == RecordedPlaces.FindId(report) && other.Changes.ContainsKey(CorrectionApplier.TypeField)
            );
        if (hasChanged || dice.Chance(15))
            return new JsonObject
            {
                ["modality"] = Json(dice.Pick([Modality.Asserted, Modality.Reported, Modality.Denied])),
            };
        var kinds = Topics(report, dice)
            .SelectMany(topic => topic.Kinds)
            .Select(kind => kind(dice))
            .Where(other => other.GetType() == report.GetType())
            .ToList();
        var changes = new JsonObject();
        if (kinds.Count == 0)
            return changes;
        var other = dice.Pick(kinds);
        foreach (var detail in ListDetails(report.GetType()))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(detail.Name);
            if (Json(detail.GetValue(report))?.ToJsonString() != Json(detail.GetValue(other))?.ToJsonString())
                changes[name] = Json(detail.GetValue(other));
        }

        return changes;
    }

    // It may say the type that the report has had before, or has: the coder does not look at what it says now.
    private static JsonObject DrawAnotherType(Report report, Dice dice)
    {
        var other = AnotherType(report, dice);
        var changes = new JsonObject
        {
            [CorrectionApplier.TypeField] = other.GetType().Name,
            ["modality"] = Json(Modality.Asserted),
        };
        foreach (var detail in ListDetails(other.GetType()))
            changes[JsonNamingPolicy.CamelCase.ConvertName(detail.Name)] = Json(detail.GetValue(other));
        return changes;
    }

    /// <summary>What a report could be instead, without what reports of every type have.</summary>
    public static Report AnotherType(Report report, Dice dice) =>
        dice.Pick([
            .. Topics(report, dice)
                .SelectMany(topic => topic.Kinds)
                .Select(kind => kind(dice))
                .Where(other => other is not TalksScheduled { Date: null, Venue: null }),
        ]);

    private static JsonObject WithActor(Report report, Dice dice)
    {
        var (actor, side) = RandomActor(dice);
        var changes = new JsonObject
        {
            ["actor"] = Json(actor),
            ["side"] = Json(side),
            ["sideIsWritten"] = side is not null,
        };
        // Whoever gives the actor gives all of them.
        if (report.Joint is not null)
            changes["joint"] = null;
        return changes;
    }

    private static JsonObject WithRound(Report report, Dice dice)
    {
        var changes = new JsonObject { ["round"] = dice.Chance(95) ? dice.Pick(Cast.Rounds) : "2031-01" };
        if (report.FurtherRounds is not null)
            changes["furtherRounds"] = null;
        return changes;
    }

    /// <summary>An actor and a side, as a coder may write them.</summary>
    public static (Name? Actor, Name? Side) RandomActor(Dice dice) =>
        (dice.Maybe(dice.Pick([.. Cast.People, .. Cast.Sides])), dice.Pick(Cast.Sides));

    /// <summary>Where in a text a report may stand.</summary>
    public static IReadOnlyList<TextSpan> RandomEvidence(Dice dice) => [new(dice.Below(20) * 10, 1000, Cast.Hash('e'))];

    private static IEnumerable<PropertyInfo> ListDetails(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.CanWrite);

    private static JsonObject Reattributed(Report report, History history, Dice dice)
    {
        var chain = dice.Chance(50) ? RandomChain.EndingWith(history.FindVersion(report).Chain, dice) : report.Chain;
        var changes = new JsonObject
        {
            ["standing"] = Json(
                dice.Chance(90)
                    ? dice.Pick(Fitting(chain))
                    : dice.Pick([Standing.Own, Standing.Observed, Standing.OwnUnnamed, Standing.Other])
            ),
        };
        if (!ReferenceEquals(chain, report.Chain))
            changes["chain"] = Json(chain);
        return changes;
    }

    // A store refuses a standing that the chain contradicts.
    private static Standing[] Fitting(IReadOnlyList<ChainLink> chain) =>
        chain[0] switch
        {
            { Kind: LinkKind.Unnamed, Side: not null } => [Standing.OwnUnnamed, Standing.Other],
            { Kind: LinkKind.Unnamed } => [Standing.Other],
            { Kind: LinkKind.Person or LinkKind.Institution } => [Standing.Own, Standing.Other],
            _ => [Standing.Own, Standing.Observed, Standing.Other],
        };

    private static JsonObject Redated(Report report, History history, Dice dice)
    {
        var changes = new JsonObject { ["happened"] = Json(Calendar.RandomDate(dice, dice.Pick(Calendar.Days))) };
        if (dice.Chance(25))
            changes["timeOfDay"] = Json(dice.Maybe(dice.Pick(Calendar.TimesOfDay)));
        if (dice.Chance(25))
            changes["lookingBack"] = Json(dice.Chance(50));
        if (dice.Chance(12))
        {
            changes["precededBy"] = Json(
                dice.Some(
                    history
                        .Reports.Where(other =>
                            other.Article == report.Article && other.Version == report.Version && other.Id != report.Id
                        )
                        .Select(other => other.Id)
                        .Append("no-such-report"),
                    1
                )
            );
        }

        return changes;
    }

    private static IEnumerable<Topic> Topics(Report report, Dice dice) =>
        report switch
        {
            DelegationNamed { DelegationSide: { } side } => [new DelegationTopic(side)],
            DelegationHeadNamed { DelegationSide: { } side } => [new DelegationTopic(side)],
            _ =>
            [
                new AttendanceTopic(dice.Pick(Cast.People)),
                TalksTopic.OfAllKinds,
                new MeetingTopic(),
                new CeasefireTopic(dice.Pick(Cast.Sides)),
            ],
        };

    private static JsonNode? Json(object? value) =>
        value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType(), EventJson.Options);
}
