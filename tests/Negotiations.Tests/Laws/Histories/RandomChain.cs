namespace Negotiations.Tests.Laws;

/// <summary>Random chains of attribution, of every kind that counts origins differently.</summary>
internal static class RandomChain
{
    /// <summary>The tail of every chain of an article.</summary>
    public static IReadOnlyList<ChainLink> CreateTail(Name outlet) => [Link(LinkKind.Outlet, outlet)];

    /// <summary>A chain with any origin.</summary>
    public static IReadOnlyList<ChainLink> EndingWith(IReadOnlyList<ChainLink> tail, Dice dice) =>
        With(
            dice.Weighted(
                (20, LinkKind.Person),
                (30, LinkKind.Institution),
                (30, LinkKind.Unnamed),
                (20, LinkKind.Outlet)
            ),
            tail,
            dice
        );

    /// <summary>A chain with an origin of a standing, as a coder may write it.</summary>
    public static IReadOnlyList<ChainLink> Draw(Standing standing, IReadOnlyList<ChainLink> tail, Dice dice) =>
        standing switch
        {
            Standing.Own => With(
                dice.Weighted((30, LinkKind.Person), (50, LinkKind.Institution), (20, LinkKind.Outlet)),
                tail,
                dice
            ),
            Standing.Observed => With(LinkKind.Outlet, tail, dice),
            Standing.OwnUnnamed => With(LinkKind.Unnamed, tail, dice),
            _ => EndingWith(tail, dice),
        };

    private static IReadOnlyList<ChainLink> With(LinkKind origin, IReadOnlyList<ChainLink> tail, Dice dice)
    {
        IReadOnlyList<ChainLink> heardBy = dice.Chance(35) ? [Link(LinkKind.Agency, Cast.Agency), .. tail] : tail;
        return origin switch
        {
            LinkKind.Person => [Link(LinkKind.Person, dice.Pick(Cast.People)), .. heardBy],
            LinkKind.Institution when dice.Chance(40) =>
            [
                Link(LinkKind.Person, Cast.Spokesman) with
                {
                    SpeaksFor = Cast.Institutions[0].Id,
                },
                .. heardBy,
            ],
            LinkKind.Institution => [Link(LinkKind.Institution, dice.Pick(Cast.Institutions)), .. heardBy],
            LinkKind.Unnamed =>
            [
                Link(LinkKind.Unnamed, dice.Chance(75) ? dice.Pick(Cast.Unnamed) : null) with
                {
                    Side = dice.Pick(Cast.Sides),
                },
                .. heardBy,
            ],
            _ => heardBy,
        };
    }

    private static ChainLink Link(LinkKind kind, Name? name) =>
        new()
        {
            Kind = kind,
            Name = name,
            Implied = "the whole text",
        };
}
