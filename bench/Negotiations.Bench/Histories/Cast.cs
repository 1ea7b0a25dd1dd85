namespace Negotiations.Bench;

/// <summary>
/// Who acts, speaks and writes in the invented negotiation: the Delta Talks between Orvia and Tamaria.
/// </summary>
public static class Cast
{
    private static readonly string[] Firsts = ["Anna", "Borys", "Cleo", "Dario", "Edda", "Falk"];

    private static readonly string[] Lasts = ["Arden", "Brill", "Corvin", "Dahl", "Elmer"];

    public static IReadOnlyList<Name> Sides { get; } = [CreateName("Orvia"), CreateName("Tamaria"), CreateName("Keld")];

    /// <summary>Thirty people, ten of each side.</summary>
    public static IReadOnlyList<(Name Person, Name Side)> People { get; } =
    [
        .. Firsts
            .SelectMany(_ => Lasts, (first, last) => CreateName($"{first} {last}"))
            .Select((person, index) => (person, Sides[index % Sides.Count])),
    ];

    public static IReadOnlyList<(Name Institution, Name Side)> Institutions { get; } =
    [
        .. Sides.SelectMany(side =>
            new[]
            {
                (CreateName($"Foreign Ministry of {side.Written}"), side),
                (CreateName($"Presidency of {side.Written}"), side),
            }
        ),
    ];

    public static IReadOnlyList<Name> Outlets { get; } =
    [
        CreateName("Delta Herald"),
        CreateName("Orvia Times"),
        CreateName("Tamaria Post"),
        CreateName("Keld Observer"),
        CreateName("Harbour Gazette"),
        CreateName("Evening Mail"),
        CreateName("The Sluice"),
        CreateName("Coast Radio"),
    ];

    public static IReadOnlyList<Name> Agencies { get; } =
    [CreateName("Delta Wire"), CreateName("Northern Press Agency")];

    public static IReadOnlyList<Name> UnnamedSources { get; } =
    [CreateName("a diplomat"), CreateName("an official"), CreateName("a source close to the delegation")];

    public static IReadOnlyList<string> Venues { get; } = ["Lock House", "Old Customs Hall", "Harbour Palace"];

    public static Name CreateName(string written) => new(written, Slug.From(written));

    public static IReadOnlyList<NamedEntity> Entities { get; } =
    [
        .. Sides.Select(side => CreateEntity(side, EntityKind.Party)),
        .. People.Select(member => CreateEntity(member.Person, EntityKind.Person) with { Side = member.Side.Id }),
        .. Institutions.Select(member =>
            CreateEntity(member.Institution, EntityKind.Institution) with
            {
                Side = member.Side.Id,
            }
        ),
        .. Outlets.Select(outlet => CreateEntity(outlet, EntityKind.Outlet)),
        .. Agencies.Select(agency => CreateEntity(agency, EntityKind.Agency)),
    ];

    private static NamedEntity CreateEntity(Name name, EntityKind kind) =>
        new()
        {
            Id = name.Id,
            Kind = kind,
            Name = name.Written,
        };
}
