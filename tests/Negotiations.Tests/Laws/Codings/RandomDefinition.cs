namespace Negotiations.Tests.Laws;

/// <summary>Makes random definitions that know the same written forms but resolve them to other things.</summary>
internal static class RandomDefinition
{
    public static NegotiationDefined Next(Dice dice)
    {
        var parties = Some(Cast.Sides, EntityKind.Party, dice);
        var institutions = Some(Cast.Institutions, EntityKind.Institution, dice);
        var spokesman = Some([Cast.Spokesman], EntityKind.Person, dice)
            .Select(entity => entity with { SpeaksFor = dice.Maybe(dice.Pick(institutions).Id) });
        var people = Some(Cast.People, EntityKind.Person, dice)
            .Concat(spokesman)
            .Select(entity => entity with { Side = dice.Maybe(dice.Pick(parties).Id) });
        return Definitions.InZone(dice.Pick(["Europe/Istanbul", "America/New_York"])) with
        {
            Entities =
            [
                .. parties,
                .. institutions,
                .. people,
                .. Some(Cast.Outlets, EntityKind.Outlet, dice),
                .. Some([Cast.Agency], EntityKind.Agency, dice),
            ],
        };
    }

    private static List<NamedEntity> Some(IEnumerable<Name> names, EntityKind kind, Dice dice) =>
        [
            .. names.Select(name =>
            {
                var isRenamed = dice.Chance(25);
                return new NamedEntity
                {
                    Id = dice.Chance(25) ? $"{name.Id}-otherwise" : name.Id,
                    Kind = kind,
                    Name = isRenamed ? $"{name.Written} of the river" : name.Written,
                    Spellings =
                    [
                        .. isRenamed ? [name.Written] : Array.Empty<string>(),
                        .. dice.Chance(30) ? [$"the {name.Written}"] : Array.Empty<string>(),
                    ],
                };
            }),
        ];
}
