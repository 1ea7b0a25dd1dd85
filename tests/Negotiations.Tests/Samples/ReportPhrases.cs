namespace Negotiations.Tests;

/// <summary>The words in which a sample report is told.</summary>
public static class ReportPhrases
{
    /// <summary>A person of the side, on the record.</summary>
    public static T By<T>(this T report, Name person)
        where T : Report =>
        report with
        {
            Actor = person,
            Chain = [new() { Kind = LinkKind.Person, Name = person }],
            Standing = Standing.Own,
        };

    /// <summary>An institution of the side, on the record.</summary>
    public static T ByInstitution<T>(this T report, Name institution)
        where T : Report =>
        report with
        {
            Chain = [new() { Kind = LinkKind.Institution, Name = institution }],
            Standing = Standing.Own,
        };

    /// <summary>A spokesman of an institution of the side.</summary>
    public static T BySpokesman<T>(this T report, Name person, Name institution)
        where T : Report =>
        report with
        {
            Chain =
            [
                new()
                {
                    Kind = LinkKind.Person,
                    Name = person,
                    SpeaksFor = institution.Id,
                },
            ],
            Standing = Standing.Own,
        };

    /// <summary>Someone else, by name.</summary>
    public static T ByOutsider<T>(this T report, Name person)
        where T : Report =>
        report with
        {
            Chain = [new() { Kind = LinkKind.Person, Name = person }],
            Standing = Standing.Other,
        };

    /// <summary>An unnamed source whose side the text gives.</summary>
    public static T ByUnnamedOfOwnSide<T>(this T report, string description)
        where T : Report =>
        report with
        {
            Chain = [new() { Kind = LinkKind.Unnamed, Name = Sample.Name(description) }],
            Standing = Standing.OwnUnnamed,
        };

    /// <summary>An unnamed source whose side the text does not give.</summary>
    public static T ByUnnamed<T>(this T report, string description)
        where T : Report =>
        report with
        {
            Chain = [new() { Kind = LinkKind.Unnamed, Name = Sample.Name(description) }],
            Standing = Standing.Other,
        };

    /// <summary>"Reportedly".</summary>
    public static T Reportedly<T>(this T report)
        where T : Report => report with { Chain = [new() { Kind = LinkKind.Unnamed }], Standing = Standing.Other };

    /// <summary>The outlet saw it.</summary>
    public static T Observed<T>(this T report)
        where T : Report => report with { Chain = [], Standing = Standing.Observed };

    /// <summary>Through a news agency.</summary>
    public static T Through<T>(this T report, string agency)
        where T : Report =>
        report with
        {
            Chain = [.. report.Chain, new() { Kind = LinkKind.Agency, Name = Sample.Name(agency) }],
        };

    public static T On<T>(this T report, string happened)
        where T : Report => report with { Happened = Edtf.Parse(happened) };

    public static T Undated<T>(this T report)
        where T : Report => report with { Happened = null };

    public static T At<T>(this T report, string timeOfDay)
        where T : Report => report with { TimeOfDay = timeOfDay };

    public static T WithAct<T>(this T report, string act)
        where T : Report => report with { Act = act };

    /// <summary>The text puts these reports earlier.</summary>
    public static T After<T>(this T report, params string[] ids)
        where T : Report => report with { PrecededBy = ids };

    public static T InHindsight<T>(this T report)
        where T : Report => report with { LookingBack = true };

    public static T As<T>(this T report, Modality modality)
        where T : Report => report with { Modality = modality };

    /// <summary>The text says that it no longer holds.</summary>
    public static T NoLonger<T>(this T report)
        where T : Report => report with { Ended = true };

    /// <summary>The days whose news the article tells; the text dates nothing.</summary>
    public static T Covering<T>(this T report, string days)
        where T : Report => report with { Happened = null, Covers = Edtf.Parse(days) };

    /// <summary>A report in the words of one of several: <c>own</c>, <c>observed</c>, <c>unnamed of the side</c>,
    /// <c>unnamed</c> or <c>outsider</c>.</summary>
    public static T SaidBy<T>(this T report, string speaker)
        where T : Report =>
        speaker switch
        {
            "own" => report.By(Cast.AdaBrill),
            "observed" => report.Observed(),
            "unnamed of the side" => report.ByUnnamedOfOwnSide("an aide"),
            "unnamed" => report.ByUnnamed("two officials"),
            "outsider" => report.ByOutsider(Cast.TomasKeel),
            _ => throw new ArgumentException($"nobody is called '{speaker}'", nameof(speaker)),
        };
}
