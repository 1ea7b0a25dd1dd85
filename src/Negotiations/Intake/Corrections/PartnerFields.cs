using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>
/// Fields of which one says little without the other: the actor and the chain that names him, the members of a
/// delegation and their roles.
/// </summary>
internal static class PartnerFields
{
    // What somebody has to fill in.
    private const string Blank = "…";

    /// <summary>The lists of a report that do not belong together; null where there are none.</summary>
    public static ReportProblem? FindUnequalLists(Report report) =>
        report is DelegationNamed { Roles: { } roles } named && roles.Count != (named.Members?.Count ?? 0)
            ? new(
                report.Id,
                "members",
                $"there would be {Count(named.Members?.Count ?? 0, "member")} and {Count(roles.Count, "role")}, and "
                    + "each role is that of the member in its place; give 'members' and 'roles' together, or no 'roles'"
            )
            : null;

    /// <summary>
    /// Why a correction is refused that names another actor, or calls what is said his own, and leaves the chain as it
    /// was, at whose beginning somebody else speaks; null where it is not.
    /// </summary>
    /// <remarks>
    /// The old speaker may still be right. So the chain is asked for, and not guessed; whoever edits a coded file has
    /// it
    /// before him.
    /// </remarks>
    private static CorrectionRefusal? RefuseOldSpeaker(NegotiationLog log, string stream, NewEvent added)
    {
        if (
            added.Event is not ReportCorrected { Changes: var changes }
            || changes.ContainsKey("chain")
            || FindChange(log, stream, added) is not var (before, after)
        )
            return null;
        var origin = after.Chain[0];
        if (origin.Name is not { } speaker || origin.PassesOn)
            return null;
        var field =
            changes.ContainsKey("actor")
            && IsMeant(origin, before.Actor)
            && !after.Doers.Any(doer => IsMeant(origin, doer))
                ? "actor"
            : changes.ContainsKey("standing") && IsOwnOfNobody(before, after, log) ? "standing"
            : null;
        if (field is null)
            return null;
        var version = log.Timeline.FindVersions(after.Article).First(version => version.Version == after.Version);
        return new(
            $"the chain would still begin with '{speaker.Written}': give it as well, with who says it now, or as it is "
                + $"where '{speaker.Written}' does say it",
            Field: field
        )
        {
            Together = [("chain", WriteChain(after, version, new NameIndex(log.Definition!)))],
        };
    }

    /// <summary>
    /// A refusal with the values that could be given together, where fields were to be given together; null where there
    /// is nothing to refuse.
    /// </summary>
    /// <param name="refusal">Why the correction is refused otherwise; null where it is not.</param>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="stream">The stream of the article that is corrected.</param>
    /// <param name="added">The correction.</param>
    public static CorrectionRefusal? Complete(
        CorrectionRefusal? refusal,
        NegotiationLog log,
        string stream,
        NewEvent added
    ) =>
        refusal switch
        {
            // That the standing would not hold follows from the chain.
            null or { Field: "standing" } => RefuseOldSpeaker(log, stream, added) ?? refusal,
            { Field: "members" } => WithLists(refusal, log, stream, added),
            _ => refusal,
        };

    private static CorrectionRefusal WithLists(
        CorrectionRefusal refusal,
        NegotiationLog log,
        string stream,
        NewEvent added
    )
    {
        if (FindChange(log, stream, added) is not (DelegationNamed before, DelegationNamed after))
            return refusal;
        var members = after.Members ?? [];
        var roles = members.Select(member =>
        {
            var place = (before.Members ?? []).Select(other => other.Id).ToList().IndexOf(member.Id);
            return before.Roles is { } known && place >= 0 && place < known.Count ? known[place] : Blank;
        });
        return refusal with
        {
            Together = [("members", WriteList(members.Select(member => member.Written))), ("roles", WriteList(roles))],
        };
    }

    private static (Report Before, Report After)? FindChange(NegotiationLog log, string stream, NewEvent added)
    {
        var after = log.With(stream, [added]);
        return CorrectionApplier.FindChange(
            new(after.Find(added.Id)!, (Correction)added.Event),
            after.Timeline.Corrections,
            after.Find
        );
    }

    private static bool IsMeant(ChainLink origin, Name? name) =>
        name is not null && (origin.Name?.Id == name.Id || origin.SpeaksFor == name.Id);

    private static bool IsOwnOfNobody(Report before, Report after, NegotiationLog log) =>
        before.Standing != Standing.Own
        && after is { Standing: Standing.Own, StandingIsDerived: false }
        && new StandingRule(new NameIndex(log.Definition!)).Derive(after) != Standing.Own;

    // The links that the version has besides are added where the chain is read.
    private static string WriteChain(Report report, ArticleVersionPublished version, NameIndex names)
    {
        var others = report.Chain.Skip(1).SkipLast(version.Chain.Count).Select(ChangedField.Serialize);
        var speaker = report.Actor ?? report.Chain[0].Name!;
        var kind = names.WithId(speaker.Id)?.Kind == EntityKind.Person ? LinkKind.Person : LinkKind.Institution;
        var first = new JsonObject
        {
            ["name"] = speaker.Written,
            ["kind"] = EnumText.Format(kind),
            ["implied"] = Blank,
        };
        return new JsonArray([first, .. others.Select(WriteLink)]).ToJsonString(EventJson.Options);
    }

    // As a coded file has it.
    private static JsonObject WriteLink(JsonNode? link)
    {
        var written = new JsonObject();
        foreach (var (field, value) in (JsonObject)link!)
        {
            if (value is JsonObject name && name.ContainsKey("written"))
                written[field] = name["written"]!.DeepClone();
            else if (value is JsonObject span)
                foreach (var (part, place) in span)
                    written[part] = place?.DeepClone();
            else if (value is not null && field != "speaksFor")
                written[field] = value.DeepClone();
        }

        return written;
    }

    private static string WriteList(IEnumerable<string> texts) =>
        new JsonArray([.. texts.Select(text => JsonValue.Create(text))]).ToJsonString(EventJson.Options);

    private static string Count(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
