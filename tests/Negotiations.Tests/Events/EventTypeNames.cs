namespace Negotiations.Tests;

public class EventTypeNames
{
    /// <summary>
    /// The names under which events stand in stores for ever: a line may be added, and none changed or removed.
    /// </summary>
    private static readonly (string Stored, string Clr)[] Pinned =
    [
        ("accusation_made", "Negotiations.AccusationMade, Negotiations.Core"),
        ("agreement_breached", "Negotiations.AgreementBreached, Negotiations.Core"),
        ("agreement_in_force", "Negotiations.AgreementInForce, Negotiations.Core"),
        ("agreement_left", "Negotiations.AgreementLeft, Negotiations.Core"),
        ("agreement_ratified", "Negotiations.AgreementRatified, Negotiations.Core"),
        ("agreement_reached", "Negotiations.AgreementReached, Negotiations.Core"),
        ("agreement_signed", "Negotiations.AgreementSigned, Negotiations.Core"),
        ("article_version_published", "Negotiations.ArticleVersionPublished, Negotiations.Core"),
        ("articles_linked", "Negotiations.ArticlesLinked, Negotiations.Core"),
        ("assessment_made", "Negotiations.AssessmentMade, Negotiations.Core"),
        ("attendance_attended", "Negotiations.AttendanceAttended, Negotiations.Core"),
        ("attendance_conditional", "Negotiations.AttendanceConditional, Negotiations.Core"),
        ("attendance_confirmed", "Negotiations.AttendanceConfirmed, Negotiations.Core"),
        ("attendance_declined", "Negotiations.AttendanceDeclined, Negotiations.Core"),
        ("attendance_possible", "Negotiations.AttendancePossible, Negotiations.Core"),
        ("attendance_reported", "Negotiations.AttendanceReported, Negotiations.Core"),
        ("attendance_unconfirmed", "Negotiations.AttendanceUnconfirmed, Negotiations.Core"),
        ("ceasefire_accepted", "Negotiations.CeasefireAccepted, Negotiations.Core"),
        ("ceasefire_proposed", "Negotiations.CeasefireProposed, Negotiations.Core"),
        ("ceasefire_rejected", "Negotiations.CeasefireRejected, Negotiations.Core"),
        ("ceasefire_violation_alleged", "Negotiations.CeasefireViolationAlleged, Negotiations.Core"),
        ("concession_offered", "Negotiations.ConcessionOffered, Negotiations.Core"),
        ("correction_undone", "Negotiations.CorrectionUndone, Negotiations.Core"),
        ("deadline_set", "Negotiations.DeadlineSet, Negotiations.Core"),
        ("delegate_omitted", "Negotiations.DelegateOmitted, Negotiations.Core"),
        ("delegation_dispatched", "Negotiations.DelegationDispatched, Negotiations.Core"),
        ("delegation_head_named", "Negotiations.DelegationHeadNamed, Negotiations.Core"),
        ("delegation_named", "Negotiations.DelegationNamed, Negotiations.Core"),
        ("demand_made", "Negotiations.DemandMade, Negotiations.Core"),
        ("documents_exchanged", "Negotiations.DocumentsExchanged, Negotiations.Core"),
        ("exchange_agreed", "Negotiations.ExchangeAgreed, Negotiations.Core"),
        ("exchange_carried_out", "Negotiations.ExchangeCarriedOut, Negotiations.Core"),
        ("finding_reported", "Negotiations.FindingReported, Negotiations.Core"),
        ("force_threatened", "Negotiations.ForceThreatened, Negotiations.Core"),
        ("further_talks_agreed", "Negotiations.FurtherTalksAgreed, Negotiations.Core"),
        ("hostilities_reported", "Negotiations.HostilitiesReported, Negotiations.Core"),
        ("invitation_issued", "Negotiations.InvitationIssued, Negotiations.Core"),
        ("mediation_offered", "Negotiations.MediationOffered, Negotiations.Core"),
        ("mediation_requested", "Negotiations.MediationRequested, Negotiations.Core"),
        ("meeting_declined", "Negotiations.MeetingDeclined, Negotiations.Core"),
        ("meeting_held", "Negotiations.MeetingHeld, Negotiations.Core"),
        ("meeting_scheduled", "Negotiations.MeetingScheduled, Negotiations.Core"),
        ("negotiation_defined", "Negotiations.NegotiationDefined, Negotiations.Core"),
        ("payload_erased", "Negotiations.PayloadErased, Negotiations.Core"),
        ("position_stated", "Negotiations.PositionStated, Negotiations.Core"),
        ("precondition_set", "Negotiations.PreconditionSet, Negotiations.Core"),
        ("proposal_accepted", "Negotiations.ProposalAccepted, Negotiations.Core"),
        ("proposal_dismissed", "Negotiations.ProposalDismissed, Negotiations.Core"),
        ("proposal_made", "Negotiations.ProposalMade, Negotiations.Core"),
        ("publication_corrected", "Negotiations.PublicationCorrected, Negotiations.Core"),
        ("report_corrected", "Negotiations.ReportCorrected, Negotiations.Core"),
        ("report_retracted", "Negotiations.ReportRetracted, Negotiations.Core"),
        ("sanctions_imposed", "Negotiations.SanctionsImposed, Negotiations.Core"),
        ("sanctions_lifted", "Negotiations.SanctionsLifted, Negotiations.Core"),
        ("sanctions_threatened", "Negotiations.SanctionsThreatened, Negotiations.Core"),
        ("support_expressed", "Negotiations.SupportExpressed, Negotiations.Core"),
        ("talks_accepted", "Negotiations.TalksAccepted, Negotiations.Core"),
        ("talks_broken_off", "Negotiations.TalksBrokenOff, Negotiations.Core"),
        ("talks_cancelled", "Negotiations.TalksCancelled, Negotiations.Core"),
        ("talks_held", "Negotiations.TalksHeld, Negotiations.Core"),
        ("talks_offered", "Negotiations.TalksOffered, Negotiations.Core"),
        ("talks_postponed", "Negotiations.TalksPostponed, Negotiations.Core"),
        ("talks_proposed", "Negotiations.TalksProposed, Negotiations.Core"),
        ("talks_rejected", "Negotiations.TalksRejected, Negotiations.Core"),
        ("talks_resumed", "Negotiations.TalksResumed, Negotiations.Core"),
        ("talks_scheduled", "Negotiations.TalksScheduled, Negotiations.Core"),
        ("talks_suspended", "Negotiations.TalksSuspended, Negotiations.Core"),
        ("talks_urged", "Negotiations.TalksUrged, Negotiations.Core"),
        ("travel_reported", "Negotiations.TravelReported, Negotiations.Core"),
        ("venue_offered", "Negotiations.VenueOffered, Negotiations.Core"),
        ("withdrawal_threatened", "Negotiations.WithdrawalThreatened, Negotiations.Core"),
    ];

    [Fact]
    public void No_event_type_was_renamed_moved_or_lost() =>
        Assert.Equal(
            Pinned,
            EventTypes.All.Select(type => (EventTypes.GetStoredName(type), EventTypes.GetClrName(type)))
        );

    [Fact]
    public void Every_pinned_name_finds_the_type_with_its_CLR_name() =>
        Assert.All(Pinned, pinned =>
            Assert.Equal(Type.GetType(pinned.Clr, throwOnError: true), EventTypes.Find(pinned.Stored))
        );

    [Fact]
    public void Stored_names_are_unique() =>
        Assert.Equal(EventTypes.All.Count, EventTypes.All.Select(EventTypes.GetStoredName).Distinct().Count());

    [Fact]
    public void There_are_sixty_three_types_of_report() => Assert.Equal(63, ReportTypes.All.Count);

    [Theory]
    [InlineData("talksOffered")]
    [InlineData("TalksOffered")]
    [InlineData("report")]
    [InlineData("domain_event")]
    [InlineData("tombstone")]
    [InlineData("")]
    public void A_name_that_is_not_stored_finds_nothing(string name) => Assert.Null(EventTypes.Find(name));

    [Theory]
    [InlineData("TalksOffered", true)]
    [InlineData("talks_offered", false)]
    [InlineData("ArticleVersionPublished", false)]
    [InlineData("Report", false)]
    public void A_coded_file_names_a_type_of_report_by_its_simple_name(string name, bool found) =>
        Assert.Equal(found, ReportTypes.Find(name) is not null);
}
