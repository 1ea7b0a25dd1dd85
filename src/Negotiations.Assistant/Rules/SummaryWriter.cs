using System.Text.Json.Nodes;

namespace Negotiations.Assistant.Rules;

/// <summary>Writes a sentence of our own about a proposal, made of its fields.</summary>
internal static class SummaryWriter
{
    private static readonly Dictionary<string, string> Predicates = new(StringComparer.Ordinal)
    {
        ["CeasefireProposed"] = "calls for a ceasefire",
        ["CeasefireAccepted"] = "accepts a ceasefire",
        ["CeasefireRejected"] = "rejects a ceasefire",
        ["CeasefireViolationAlleged"] = "alleges that a ceasefire was broken",
        ["PreconditionSet"] = "sets a condition for talks",
        ["TalksOffered"] = "offers talks",
        ["TalksProposed"] = "proposes talks",
        ["TalksAccepted"] = "accepts talks",
        ["TalksRejected"] = "rejects talks",
        ["TalksUrged"] = "urges talks",
        ["TalksScheduled"] = "Talks are scheduled",
        ["TalksPostponed"] = "Talks are postponed",
        ["TalksCancelled"] = "Talks are cancelled",
        ["TalksHeld"] = "Talks are held",
        ["TalksSuspended"] = "Talks are suspended",
        ["TalksBrokenOff"] = "Talks are broken off",
        ["TalksResumed"] = "Talks are resumed",
        ["FurtherTalksAgreed"] = "Further talks are agreed",
        ["VenueOffered"] = "offers a place for talks",
        ["DocumentsExchanged"] = "exchanges documents",
        ["ProposalMade"] = "makes a proposal",
        ["ProposalAccepted"] = "accepts a proposal",
        ["ProposalDismissed"] = "dismisses a proposal",
        ["ConcessionOffered"] = "offers a concession",
        ["DemandMade"] = "makes demands",
        ["DeadlineSet"] = "sets a deadline",
        ["InvitationIssued"] = "issues an invitation",
        ["MeetingDeclined"] = "rules out a meeting",
        ["MeetingScheduled"] = "plans a meeting",
        ["MeetingHeld"] = "holds a meeting",
        ["AttendanceConfirmed"] = "says who will attend",
        ["AttendanceReported"] = "Attendance is reported",
        ["AttendanceConditional"] = "makes attendance depend on a condition",
        ["AttendancePossible"] = "leaves attendance open as possible",
        ["AttendanceUnconfirmed"] = "gives no answer on attendance",
        ["AttendanceDeclined"] = "declines attendance",
        ["AttendanceAttended"] = "attends",
        ["TravelReported"] = "A journey is reported",
        ["DelegationDispatched"] = "sends a delegation",
        ["DelegationNamed"] = "Members of a delegation are named",
        ["DelegationHeadNamed"] = "The head of a delegation is named",
        ["DelegateOmitted"] = "leaves somebody out of a delegation",
        ["PositionStated"] = "states a position",
        ["AssessmentMade"] = "gives a judgement",
        ["AccusationMade"] = "makes an accusation",
        ["SanctionsThreatened"] = "threatens sanctions",
        ["SanctionsImposed"] = "imposes sanctions",
        ["SanctionsLifted"] = "lifts sanctions",
        ["ForceThreatened"] = "threatens force",
        ["WithdrawalThreatened"] = "threatens to leave the process",
        ["MediationOffered"] = "offers mediation",
        ["MediationRequested"] = "asks for mediation",
        ["SupportExpressed"] = "expresses support",
        ["FindingReported"] = "reports a finding",
        ["HostilitiesReported"] = "Hostilities are reported",
        ["AgreementReached"] = "reaches an agreement",
        ["AgreementSigned"] = "signs an agreement",
        ["AgreementRatified"] = "ratifies an agreement",
        ["AgreementInForce"] = "An agreement comes into force",
        ["AgreementBreached"] = "alleges a breach of an agreement",
        ["AgreementLeft"] = "leaves an agreement",
        ["ExchangeAgreed"] = "agrees on an exchange",
        ["ExchangeCarriedOut"] = "An exchange is carried out",
    };

    public static string Write(
        string type,
        IReadOnlyList<string> actors,
        string? target,
        JsonObject details,
        string? happened
    )
    {
        var predicate = Predicates.GetValueOrDefault(type, type);
        var doer = actors.Count == 0 ? "Somebody" : string.Join(" and ", actors);
        var sentence = char.IsUpper(predicate[0])
            ? actors.Count == 0
                ? predicate
                : $"{predicate} ({doer})"
            : $"{doer} {predicate}";
        if (target is not null)
            sentence += $", to {target}";
        foreach (
            var name in (string[])
                [
                    "person",
                    "traveller",
                    "head",
                    "members",
                    "names",
                    "invitee",
                    "proposal",
                    "venue",
                    "destination",
                    "date",
                ]
        )
        {
            if (Format(details[name]) is { } value)
                sentence += $", {name} {value}";
        }

        return happened is null ? $"{sentence}." : $"{sentence}; {happened}.";
    }

    private static string? Format(JsonNode? node) =>
        node switch
        {
            null => null,
            JsonArray list => list.Count == 0 ? null : string.Join(", ", list.Select(one => one?.ToString())),
            _ => node.ToString(),
        };
}
