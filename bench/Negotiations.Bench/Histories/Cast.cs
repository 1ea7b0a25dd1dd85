namespace Negotiations.Bench;

/// <summary>Who acts, speaks and writes in the invented negotiation: the Delta Talks between Orvia and Tamaria.</summary>
public static class Cast
{
    private static readonly string[] Firsts = ["Anna", "Borys", "Cleo", "Dario", "Edda", "Falk"];

    private static readonly string[] Lasts = ["Arden", "Brill", "Corvin", "Dahl", "Elmer"];

    public static IReadOnlyList<Name> Sides { get; } = [Of("Orvia"), Of("Tamaria"), Of("Keld")];

    /// <summary>Thirty people, ten of each side.</summary>
    public static IReadOnlyList<(Name Person, Name Side)> People { get; } =
        [.. Firsts.SelectMany(_ => Lasts, (first, last) => Of($"{first} {last}")).Select((person, index) => (person, Sides[index % Sides.Count]))];

    public static IReadOnlyList<(Name Institution, Name Side)> Institutions { get; } =
        [.. Sides.SelectMany(side => new[] { (Of($"Foreign Ministry of {side.Written}"), side), (Of($"Presidency of {side.Written}"), side) })];

    public static IReadOnlyList<Name> Outlets { get; } =
        [Of("Delta Herald"), Of("Orvia Times"), Of("Tamaria Post"), Of("Keld Observer"), Of("Harbour Gazette"), Of("Evening Mail"), Of("The Sluice"), Of("Coast Radio")];

    public static IReadOnlyList<Name> Agencies { get; } = [Of("Delta Wire"), Of("Northern Press Agency")];

    public static IReadOnlyList<Name> UnnamedSources { get; } = [Of("a diplomat"), Of("an official"), Of("a source close to the delegation")];

    public static IReadOnlyList<string> Venues { get; } = ["Lock House", "Old Customs Hall", "Harbour Palace"];

    public static Name Of(string written) => new(written, Slug.Of(written));

    public static IReadOnlyList<NamedEntity> Entities { get; } =
    [
        .. Sides.Select(side => EntityOf(side, EntityKind.Party)),
        .. People.Select(member => EntityOf(member.Person, EntityKind.Person) with { Side = member.Side.Id }),
        .. Institutions.Select(member => EntityOf(member.Institution, EntityKind.Institution) with { Side = member.Side.Id }),
        .. Outlets.Select(outlet => EntityOf(outlet, EntityKind.Outlet)),
        .. Agencies.Select(agency => EntityOf(agency, EntityKind.Agency)),
    ];

    private static NamedEntity EntityOf(Name name, EntityKind kind) => new() { Id = name.Id, Kind = kind, Name = name.Written };
}
