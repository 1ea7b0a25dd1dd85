namespace Negotiations.Tests.Laws;

/// <summary>The negotiation's own file.</summary>
internal static class Definitions
{
    public static NegotiationDefined InZone(string zone) =>
        new()
        {
            Negotiation = History.Negotiation,
            Title = "River talks",
            Zone = zone,
            Rounds = [.. Cast.Rounds.Select(round => new Round(round))],
            Entities =
            [
                .. Some(EntityKind.Party, Cast.Sides),
                .. Some(EntityKind.Person, Cast.People),
                .. Some(EntityKind.Person, [Cast.Spokesman])
                    .Select(spokesman => spokesman with { SpeaksFor = Cast.Institutions[0].Id }),
                .. Some(EntityKind.Institution, Cast.Institutions),
                .. Some(EntityKind.Outlet, Cast.Outlets),
                .. Some(EntityKind.Agency, [Cast.Agency]),
            ],
        };

    private static IEnumerable<NamedEntity> Some(EntityKind kind, IEnumerable<Name> names) =>
        names.Select(name => new NamedEntity
        {
            Kind = kind,
            Name = name.Written,
            Id = name.Id,
        });
}
