namespace Negotiations.Formats;

/// <summary>The sections of a briefing, by the subjects of facts.</summary>
public static class Subjects
{
    /// <summary>The section of the round itself.</summary>
    public const string Round = "Round";

    /// <summary>The section of delegations.</summary>
    public const string Delegations = "Delegations";

    /// <summary>The section of attacks and casualties, of which every one is told.</summary>
    public const string Hostilities = "Hostilities";

    /// <summary>The section of statements, which is shortened unless all is asked for.</summary>
    public const string Statements = "Statements";

    private const string Other = "Other";

    private static readonly (string Section, string[] Subjects)[] Sections =
    [
        (Round, ["round"]),
        ("Attendance", ["attendance"]),
        (Delegations, ["delegation"]),
        ("Offers, invitations and answers", ["offer", "venue-offer", "invitation", "talks", "further-talks"]),
        ("Ceasefire", ["ceasefire"]),
        ("Agreements and exchanges", ["agreement", "exchange"]),
        ("Proposals and concessions", ["proposal", "concession"]),
        (
            "Preconditions, demands and threats",
            ["precondition", "demand", "deadline", "threat", "force-threat", "sanctions"]
        ),
        ("Meetings, travel and mediation", ["other-talks", "meeting", "travel", "mediation", "documents"]),
        (Hostilities, ["hostilities"]),
        (Statements, ["position", "accusation", "assessment", "dismissal", "support", "urging", "finding"]),
    ];

    private static readonly List<string> TitlesInOrder = [.. Sections.Select(section => section.Section), Other];

    private static readonly string[] InRound =
    [
        "status",
        "date",
        "venue",
        "host",
        "parties",
        "heads",
        "participants",
        "mediators",
        "form",
        "level",
    ];

    /// <summary>The titles of the sections, in order.</summary>
    public static IEnumerable<string> Titles => TitlesInOrder;

    /// <summary>The section of a fact about a subject.</summary>
    public static string FindSection(string subject) =>
        Sections.FirstOrDefault(section => section.Subjects.Contains(subject)).Section ?? Other;

    /// <summary>Sorts what belongs to the facts of one round by section, in the order of the titles.</summary>
    public static IEnumerable<IGrouping<string, T>> InSections<T>(IEnumerable<T> things, Func<T, string> keyOf) =>
        things
            .OrderBy(thing => PlaceInRound(keyOf(thing)))
            .GroupBy(thing => FindSection(keyOf(thing).Split('/')[1]))
            .OrderBy(section => TitlesInOrder.IndexOf(section.Key));

    /// <summary>The place of a fact in the section of the round.</summary>
    public static int PlaceInRound(string key) => Array.IndexOf(InRound, key.Split('/')[^1]);
}
