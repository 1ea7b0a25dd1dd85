namespace Negotiations.Tests.Laws;

/// <summary>Random chains of attribution, of every kind that counts origins differently.</summary>
internal static class RandomChain
{
    public static IReadOnlyList<ChainLink> EndingWith(Name outlet, Dice dice)
    {
        var last = new ChainLink { Kind = LinkKind.Outlet, Name = outlet };
        var heardBy = dice.Chance(35) ? [new ChainLink { Kind = LinkKind.Agency, Name = Cast.Agency }, last] : new[] { last };
        return dice.Weighted(
            (20, LinkKind.Person), (30, LinkKind.Institution), (30, LinkKind.Unnamed), (20, LinkKind.Outlet)) switch
            {
                LinkKind.Person => [new() { Kind = LinkKind.Person, Name = dice.Pick(Cast.People) }, .. heardBy],
                LinkKind.Institution when dice.Chance(40) =>
                    [new() { Kind = LinkKind.Person, Name = Cast.Spokesman, SpeaksFor = Cast.Institutions[0].Id }, .. heardBy],
                LinkKind.Institution => [new() { Kind = LinkKind.Institution, Name = dice.Pick(Cast.Institutions) }, .. heardBy],
                LinkKind.Unnamed => [new() { Kind = LinkKind.Unnamed, Name = dice.Chance(75) ? dice.Pick(Cast.Unnamed) : null }, .. heardBy],
                _ => heardBy,
            };
    }
}
