namespace Negotiations.Bench;

/// <summary>What an article says of people and of the talks: the last word in its stream.</summary>
public sealed class ArticleSoFar
{
    public string Id { get; set; } = "";

    public string? Title { get; set; }

    public string? Talks { get; set; }

    public Dictionary<string, string> Attendance { get; set; } = [];

    public void Apply(ArticleVersionPublished published) => Title = published.Title;

    public void Apply(AttendanceConfirmed report) => Attendance[report.Person!.Id] = "confirmed";

    public void Apply(AttendanceDeclined report) => Attendance[report.Person!.Id] = "declined";

    public void Apply(AttendanceReported report) => Attendance[report.Person!.Id] = "reported";

    public void Apply(AttendancePossible report) => Attendance[report.Person!.Id] = "possible";

    public void Apply(AttendanceConditional report) => Attendance[report.Person!.Id] = "conditional";

    public void Apply(TalksScheduled _) => Talks = "scheduled";

    public void Apply(TalksPostponed _) => Talks = "postponed";

    public void Apply(TalksHeld _) => Talks = "held";
}
