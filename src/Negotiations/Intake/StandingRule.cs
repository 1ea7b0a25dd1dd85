using System.Reflection;

namespace Negotiations;

/// <summary>The standing of a report that follows from its actor, its chain and the sides.</summary>
/// <remarks>The rule stands in <c>docs/coding.md</c>; a coded file says a standing only to differ.</remarks>
public sealed class StandingRule(NameIndex names)
{
    // The last words of the types whose act is to say something.
    private static readonly string[] SayingWords =
    [
        "Accepted",
        "Alleged",
        "Dismissed",
        "Expressed",
        "Issued",
        "Made",
        "Offered",
        "Proposed",
        "Rejected",
        "Requested",
        "Stated",
        "Threatened",
        "Urged",
        "PreconditionSet",
        "DeadlineSet",
    ];

    /// <summary>The fields of a report from which its standing follows.</summary>
    public static bool IsGround(string field) =>
        field
            is "actor"
                or CorrectionFields.Joint
                or "side"
                or "chain"
                or "modality"
                or "kind"
                or "person"
                or "traveller"
                or CorrectionApplier.TypeField;

    /// <summary>Whether what a report tells of is that somebody says something.</summary>
    public static bool IsSaying(Report report) =>
        // A deadline is set by words, and passes without any.
        report is not DeadlineSet { Kind: DeadlineKind.Passed }
        && SayingWords.Any(word => report.GetType().Name.EndsWith(word, StringComparison.Ordinal));

    /// <summary>The detail that says whose attendance or journey it is; null for other types.</summary>
    /// <remarks>By its name, so that a new type of attendance follows the rule by itself.</remarks>
    public static PropertyInfo? FindPersonDetail(Type type) =>
        type.GetProperty("Person") ?? type.GetProperty("Traveller");

    /// <summary>The standing that follows.</summary>
    public Standing Derive(Report report)
    {
        var origin = report.Chain[0];
        return origin.Kind switch
        {
            LinkKind.Person or LinkKind.Institution when IsOwn(report, origin) => Standing.Own,
            LinkKind.Unnamed when origin.Side is { } side && ListSubjects(report).Any(own => own.Side == side.Id) =>
                Standing.OwnUnnamed,
            LinkKind.Agency
            or LinkKind.Outlet
            or LinkKind.Republisher when report.Modality == Modality.Asserted && !IsSaying(report) => Standing.Observed,
            _ => Standing.Other,
        };
    }

    /// <summary>
    /// Why a report cannot have the standing that is written, or null: what somebody says is his own only where the
    /// chain begins with him.
    /// </summary>
    public string? ProblemWith(Report report) =>
        report is { Standing: Standing.Own, StandingIsDerived: false, Actor: { } actor }
        && IsSaying(report)
        && !ListSubjects(report).Any(own => Speaks(report.Chain[0], own.Name))
            ? $"'own' is what the actor says, and the chain begins with somebody else than '{actor.Written}'; name "
                + "who says it first in the chain, or leave the standing out"
            : null;

    /// <summary>Whether the origin of the chain speaks for none of those who do an act of saying.</summary>
    public bool IsSaidByOthers(Report report) =>
        report.Actor is not null
        && IsSaying(report)
        && report.Chain[0] is { Kind: LinkKind.Person or LinkKind.Institution } origin
        && !ListSubjects(report).Any(own => Speaks(origin, own.Name));

    private bool IsOwn(Report report, ChainLink origin) =>
        ListSubjects(report)
            .Any(own =>
                Speaks(origin, own.Name) || (!IsSaying(report) && own.Side is not null && own.Side == FindSide(origin))
            );

    // Everybody speaks for himself, a spokesman for his institution, and whoever is on the side of a party for the
    // party.
    // Spokesmen and institutions also speak for the people of their side: for the president whose office it is.
    private bool Speaks(ChainLink origin, Name? own)
    {
        if (own is null)
            return false;
        if (origin.Name?.Id == own.Id || origin.SpeaksFor == own.Id)
            return true;
        if (names.WithId(own.Id) is not { } entity)
            return false;
        return (entity.SpeaksFor is not null && entity.SpeaksFor == origin.Name?.Id)
            || (
                (entity.Kind == EntityKind.Party || origin.Kind == LinkKind.Institution || origin.SpeaksFor is not null)
                && names.FindSide(own.Id) is { } side
                && side == FindSide(origin)
            );
    }

    private string? FindSide(ChainLink link) =>
        link.Side?.Id ?? (link.Name is { } name ? names.FindSide(name.Id) : null);

    // Whom the report is about: whose attendance it is, else who did the act, of whom only the side may be known.
    private IEnumerable<(Name? Name, string? Side)> ListSubjects(Report report)
    {
        if (FindPersonDetail(report.GetType())?.GetValue(report) is Name person)
            return [(person, person.Id == report.Actor?.Id ? report.Side?.Id : names.FindSide(person.Id))];
        return (report.Joint ?? [])
            .Select(doer => ((Name?)doer.Name, doer.Side?.Id))
            .Prepend((report.Actor, report.Side?.Id));
    }
}
