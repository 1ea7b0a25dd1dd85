using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>
/// Histories told by hand: articles by name, each with the time from which it was known, and what they report.
/// </summary>
internal static class Told
{
    public static Trial Trial(params Report[] reports) =>
        new(
            new History([
                Definitions.InZone("Europe/Istanbul"),
                .. reports.Select(report => report.Article).Distinct().Select(Version),
                .. reports,
            ]),
            new Question(History.Negotiation),
            Seed: 1
        );

    /// <summary>
    /// A report that an institution makes at a place of an article, such as <c>14T09</c>: May 14 at nine in UTC.
    /// </summary>
    public static Report In(
        this Report report,
        string article,
        string id,
        string act,
        string? happened = null,
        Standing standing = Standing.Own,
        string origin = "Arden Ministry",
        string? precededBy = null,
        string? timeOfDay = null
    ) =>
        report with
        {
            Negotiation = History.Negotiation,
            Article = article,
            Version = "1",
            Id = id,
            Round = "2025-05",
            Act = act,
            Happened = happened is null ? null : Edtf.Parse(happened),
            TimeOfDay = timeOfDay,
            PrecededBy = precededBy?.Split(' '),
            Standing = standing,
            Modality = Modality.Asserted,
            Chain = [new() { Kind = LinkKind.Institution, Name = Cast.Named(origin) }],
            Evidence = [new(int.Parse(id[1..]), 1000, "")],
            Certainty = 5,
            Summary = "",
        };

    public static Report Scheduled(string date) => Blank.Report<TalksScheduled>() with { Date = Edtf.Parse(date) };

    public static Report Postponed => Blank.Report<TalksPostponed>();

    public static Report Held => Blank.Report<TalksHeld>();

    public static Report Declined => Blank.Report<AttendanceDeclined>() with { Person = Cast.People[0] };

    public static Report Confirmed => Blank.Report<AttendanceConfirmed>() with { Person = Cast.People[0] };

    public static Report Attended => Blank.Report<AttendanceAttended>() with { Person = Cast.People[0] };

    public static Report Possible => Blank.Report<AttendancePossible>() with { Person = Cast.People[0] };

    public static Report Elsewhere => Blank.Report<AttendancePossible>() with { Person = Cast.People[1] };

    private static ArticleVersionPublished Version(string article) =>
        new()
        {
            Negotiation = History.Negotiation,
            Article = article,
            Version = "1",
            Outlet = Cast.Outlets[0],
            Text = new("", 1000),
            Published = new(
                Instant.FromUtc(2025, 5, int.Parse(article[..2]), int.Parse(article[3..5]), 0),
                PublicationBasis.Stated
            ),
        };
}
