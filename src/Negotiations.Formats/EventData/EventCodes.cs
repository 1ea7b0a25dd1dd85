namespace Negotiations.Formats;

/// <summary>Which code of CAMEO and of PLOVER a report has: the table of docs/exports.md.</summary>
/// <remarks>
/// Both schemes code what one actor does to another. Where neither has a code for an act, none is forced: there is none
/// for naming a delegation, a venue or a rank.
/// </remarks>
public static class EventCodes
{
    private const string Military = "military";
    private const string Diplomatic = "diplomatic";

    private static readonly EventCode NotHappened = EventCode.None("not said to have taken place");

    private static readonly EventCode Naming = EventCode.None("there is no code for naming a delegation or a rank");

    /// <summary>The codes of a report.</summary>
    public static EventCode Find(Report report) =>
        report.Modality == Modality.Denied
            ? EventCode.None("denied: nobody says that it took place")
            : FindStated(report);

    private static EventCode FindStated(Report report) =>
        report switch
        {
            CeasefireProposed when IsDemanded(report) => Exact("1056", "REQUEST", "yield", Military),
            CeasefireProposed => Nearest(
                "0356",
                "AGREE",
                null,
                Military,
                "a ceasefire proposed: coded as the intent to de-escalate"
            ),
            CeasefireAccepted => Nearest(
                "0356",
                "AGREE",
                null,
                Military,
                "agreement in words; 0871 is a ceasefire that is declared"
            ),
            CeasefireRejected => Exact("1246", "REJECT", "yield", Military),
            CeasefireViolationAlleged => Exact("112", "ACCUSE", "allege", Military),
            PreconditionSet { ConditionKind: ConditionKind.Ceasefire or ConditionKind.EndOfAttacks } => Nearest(
                "1056",
                "REQUEST",
                "yield",
                Military,
                "a condition for talks: coded as a demand"
            ),
            PreconditionSet { ConditionKind: ConditionKind.SanctionsRelief } => Nearest(
                "1054",
                "REQUEST",
                "yield",
                "economic",
                "a condition for talks: coded as a demand"
            ),
            PreconditionSet { ConditionKind: ConditionKind.CounterpartPresence } => Nearest(
                "106",
                "REQUEST",
                "meet",
                Diplomatic,
                "a condition for talks: coded as a demand"
            ),
            PreconditionSet => EventCode.None("a condition whose object no code names"),

            TalksOffered or TalksAccepted => Exact("036", "AGREE", null, Diplomatic),
            TalksRejected => Exact("125", "REJECT", "meet", Diplomatic),
            TalksUrged when IsDemanded(report) => Exact("106", "REQUEST", "meet", Diplomatic),
            TalksUrged or TalksProposed => Exact("026", "REQUEST", null, null),
            TalksScheduled { Date: null } => EventCode.None("there is no code for naming a venue"),
            TalksScheduled => Nearest("036", "AGREE", null, Diplomatic, "a date given: coded as the intent to meet"),
            TalksPostponed => EventCode.None(
                "there is no code for moving talks to a later time: nothing is rejected or halted"
            ),
            TalksCancelled => IfTookPlace(
                report,
                Nearest(
                    "164",
                    "SANCTION",
                    "withdraw",
                    Diplomatic,
                    "talks that had not begun are not halted in the strict sense"
                )
            ),
            TalksHeld => IfTookPlace(report, Exact("046", "CONSULT", null, Diplomatic)),
            VenueOffered => EventCode.None("there is no code for naming a venue; 043 is a visit that is hosted"),
            DemandMade => Nearest("100", "REQUEST", null, null, "a demand; what is demanded is in words"),
            DocumentsExchanged => EventCode.None("there is no code for handing over documents"),
            ProposalDismissed => Exact("127", "REJECT", "meet", Diplomatic),
            TalksSuspended => IfTookPlace(
                report,
                Nearest("164", "SANCTION", "withdraw", Diplomatic, "talks halted, and only for a time")
            ),
            TalksBrokenOff => IfTookPlace(report, Exact("164", "SANCTION", "withdraw", Diplomatic)),
            TalksResumed => IfTookPlace(
                report,
                Nearest("046", "CONSULT", null, Diplomatic, "talks that go on: coded as talks")
            ),
            FurtherTalksAgreed => IfTookPlace(report, Exact("036", "AGREE", null, Diplomatic)),

            ProposalMade or ProposalAccepted or ConcessionOffered or DeadlineSet => FindBargaining(report),
            AgreementReached or AgreementSigned or AgreementRatified or AgreementInForce => IfTookPlace(
                report,
                FindAgreement(report)
            ),
            AgreementBreached { Kind: BreachKind.Found } => IfTookPlace(
                report,
                Nearest("112", "ACCUSE", "allege", Diplomatic, "found by an authority: coded as an accusation")
            ),
            AgreementBreached => IfTookPlace(report, Exact("112", "ACCUSE", "allege", Diplomatic)),
            AgreementLeft => IfTookPlace(
                report,
                Nearest(
                    "160",
                    "SANCTION",
                    "withdraw",
                    Diplomatic,
                    "leaving an agreement has no code: coded as reducing relations"
                )
            ),
            ExchangeAgreed => IfTookPlace(
                report,
                Nearest("0353", "AGREE", null, null, "an exchange agreed: coded as the intent to release")
            ),
            ExchangeCarriedOut { Names.Count: > 0 } => IfTookPlace(report, Exact("0841", "RETREAT", "release", null)),
            ExchangeCarriedOut => IfTookPlace(
                report,
                Nearest("084", "RETREAT", "release", null, "whether people or property is in words")
            ),

            AttendanceConfirmed => Nearest(
                "036",
                "AGREE",
                null,
                Diplomatic,
                "who comes has no code: coded as the intent to meet"
            ),
            AttendanceDeclined => Nearest(
                "125",
                "REJECT",
                "meet",
                Diplomatic,
                "who stays away has no code: coded as the rejection of a meeting"
            ),
            AttendanceConditional => Nearest(
                "036",
                "AGREE",
                null,
                Diplomatic,
                "who comes has no code: coded as the intent to meet, here on a condition"
            ),
            AttendanceAttended => IfTookPlace(
                report,
                Nearest("046", "CONSULT", null, Diplomatic, "who was there has no code: coded as talks")
            ),
            AttendancePossible => EventCode.None("nothing is promised"),
            AttendanceReported => EventCode.None("what others say of somebody's attendance is no act of that person"),
            AttendanceUnconfirmed => EventCode.None(
                "an answer that is outstanding is no act; 011 is one that is refused"
            ),
            TravelReported { Status: TravelStatus.Planned } => EventCode.None("a journey that has not begun"),
            TravelReported { Status: TravelStatus.InRegion or TravelStatus.Completed } => IfTookPlace(
                report,
                Exact("042", "CONSULT", "visit", null)
            ),
            TravelReported => IfTookPlace(report, Nearest("042", "CONSULT", "visit", null, "under way")),

            DelegationDispatched or DelegationNamed or DelegationHeadNamed or DelegateOmitted => Naming,

            InvitationIssued => Nearest("036", "AGREE", null, Diplomatic, "an invitation: coded as the intent to meet"),
            MeetingDeclined => Exact("125", "REJECT", "meet", Diplomatic),
            MeetingScheduled => Nearest(
                "036",
                "AGREE",
                null,
                Diplomatic,
                "a meeting planned: coded as the intent to meet"
            ),
            MeetingHeld { Channel: MeetingChannel.Call } => IfTookPlace(report, Exact("041", "CONSULT", "phone", null)),
            MeetingHeld { Channel: MeetingChannel.Video } => IfTookPlace(
                report,
                Nearest("041", "CONSULT", "phone", null, "by video, for which there is no code")
            ),
            MeetingHeld => IfTookPlace(report, Exact("040", "CONSULT", null, null)),

            AccusationMade => Exact("112", "ACCUSE", "allege", null),
            AssessmentMade or PositionStated or FindingReported => new(
                CodeFit.Nearest,
                "010",
                null,
                "a statement; PLOVER has no code for mere statements"
            ),

            SanctionsThreatened when IsDemanded(report) || report.Modality == Modality.Expected => EventCode.None(
                "sanctions called for or predicted are no threat of the speaker's"
            ),
            SanctionsThreatened => Exact("1312", "THREATEN", "restrict", "economic"),
            SanctionsImposed => IfTookPlace(report, Exact("163", "SANCTION", "discontinue", "economic")),
            SanctionsLifted => IfTookPlace(report, Exact("085", "CONCEDE", null, "economic")),
            ForceThreatened when IsDemanded(report) || report.Modality == Modality.Expected => EventCode.None(
                "force called for or predicted is no threat of the speaker's"
            ),
            ForceThreatened => Exact("138", "THREATEN", "violence", Military),
            WithdrawalThreatened => Exact("134", "THREATEN", "relations", Diplomatic),

            MediationOffered => Exact("039", "AGREE", null, Diplomatic),
            MediationRequested when IsDemanded(report) => Exact("108", "REQUEST", "meet", Diplomatic),
            MediationRequested => Exact("028", "REQUEST", null, null),
            SupportExpressed => Exact("051", "SUPPORT", null, Diplomatic),

            HostilitiesReported { Kind: "offensivePreparation" } => IfTookPlace(
                report,
                Nearest("154", "MOBILIZE", "troops", Military, "an offensive in preparation")
            ),
            HostilitiesReported { Kind: "missileAttack" } => IfTookPlace(
                report,
                Exact("195", "ASSAULT", null, Military)
            ),
            HostilitiesReported => IfTookPlace(
                report,
                Nearest("190", "ASSAULT", null, Military, "by what means is not coded")
            ),

            _ => throw new ArgumentOutOfRangeException(
                nameof(report),
                report.GetType().Name,
                "this type of report has neither a code nor a reason for having none"
            ),
        };

    private static EventCode FindBargaining(Report report) =>
        report switch
        {
            DeadlineSet { Kind: DeadlineKind.Extended or DeadlineKind.Lifted or DeadlineKind.Passed } => EventCode.None(
                "there is no code for what becomes of a deadline"
            ),
            _ when report.Modality is Modality.Possible or Modality.Expected or Modality.Planned => NotHappened,
            DeadlineSet { Consequence: { Length: > 0 } } => Exact("139", "THREATEN", null, null),
            DeadlineSet => Nearest("100", "REQUEST", null, null, "a time without a threat: coded as a demand"),
            ConcessionOffered => Exact("035", "AGREE", null, null),
            ProposalAccepted => Nearest("037", "AGREE", null, Diplomatic, "coded as the intent to settle"),
            _ => Nearest("037", "AGREE", null, Diplomatic, "terms put forward: coded as the intent to settle"),
        };

    private static EventCode FindAgreement(Report report) =>
        report switch
        {
            AgreementReached { Kind: AgreementKind.Truce } => Nearest(
                "0871",
                "RETREAT",
                "ceasefire",
                Military,
                "a truce agreed: coded as one that is declared"
            ),
            AgreementReached => Nearest(
                "037",
                "AGREE",
                null,
                Diplomatic,
                "agreement before it is signed: coded as the intent to settle; 057 is a signature"
            ),
            AgreementSigned => Exact("057", "SUPPORT", null, Diplomatic),
            AgreementRatified => Nearest("057", "SUPPORT", null, Diplomatic, "ratified: coded as signed"),
            _ => EventCode.None("there is no code for an agreement's coming into force"),
        };

    private static EventCode Exact(string cameo, string @event, string? mode, string? context) =>
        new(CodeFit.Exact, cameo, new(@event, mode, context), null);

    private static EventCode Nearest(string cameo, string @event, string? mode, string? context, string note) =>
        new(CodeFit.Nearest, cameo, new(@event, mode, context), note);

    private static bool IsDemanded(Report report) => report.Modality == Modality.Demanded;

    // A code for a deed, unlike one for words, is only for what is said to have been done.
    private static EventCode IfTookPlace(Report report, EventCode code) =>
        report.Modality is Modality.Asserted or Modality.Reported ? code : NotHappened;
}
