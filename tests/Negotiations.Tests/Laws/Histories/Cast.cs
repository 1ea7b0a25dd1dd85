namespace Negotiations.Tests.Laws;

/// <summary>The few who take part in a random history; few, so that their acts collide.</summary>
internal static class Cast
{
    public static IReadOnlyList<Name> People { get; } = [Named("Anna Ash"), Named("Boris Birch"), Named("Clara Cedar")];

    public static IReadOnlyList<Name> Sides { get; } = [Named("Arden"), Named("Borovia")];

    public static IReadOnlyList<Name> Institutions { get; } = [Named("Arden Ministry"), Named("Borovia Presidency")];

    public static Name Spokesman { get; } = Named("Olga Oak");

    public static Name Agency { get; } = Named("Wire");

    public static IReadOnlyList<Name> Outlets { get; } =
    [Named("Evening Herald"), Named("Morning Post"), Named("River Gazette")];

    public static IReadOnlyList<Name> Unnamed { get; } = [Named("a diplomat"), Named("sources in Arden")];

    public static IReadOnlyList<string> Rounds { get; } = ["2025-05", "2025-06"];

    /// <summary>Stands for a SHA-256.</summary>
    public static string Hash(char digit) => new(digit, 64);

    public static Name Named(string name) => new(name, Slug.From(name));
}
