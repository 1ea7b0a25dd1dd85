using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Rules;

/// <summary>Which parties the text is about, where they talk, and whether a finding fits who and where its rule
/// asks.</summary>
/// <remarks>
/// The sides of the negotiation are the first two parties of its file: a file lists them before
/// mediators and others.
/// </remarks>
internal sealed class Parties(
    NegotiationDefined definition,
    IReadOnlyList<NamedEntity> sides,
    IReadOnlySet<string> venues
)
{
    private readonly NameIndex index = new(definition);

    public IReadOnlyList<NamedEntity> Sides => sides;

    public static string? FindSide(NamedEntity entity) => entity.Kind == EntityKind.Party ? entity.Id : entity.Side;

    public NamedEntity? FindParty(NamedEntity entity) => FindSide(entity) is { } side ? index.WithId(side) : null;

    public bool Admits(Finding finding)
    {
        var rule = finding.Rule;
        if (rule.ActorIs is { } actor && !Is(actor, finding.FindNamed(finding.Rule.Pattern.Subject ?? "actor")))
            return false;
        if (rule.TargetIs is { } target && !Is(target, finding.FindNamed("target")))
            return false;
        if (rule.Source is { } source && IsOwn(finding) != (source == "own"))
            return false;
        return rule.At is null || IsAtTalks(finding) == (rule.At == "talks");
    }

    private bool Is(string who, IReadOnlyList<NamedEntity> named) =>
        who switch
        {
            "side" => named.Any(IsOfSides),
            "third" => named.Count > 0 && !named.Any(IsOfSides),
            "joint" => named.Select(FindSide).Distinct().Count() > 1,
            "single" => named.Count == 1,
            "person" => named.Any(entity => entity.Kind == EntityKind.Person),
            _ => named.Any(entity => entity.Kind != EntityKind.Person),
        };

    private bool IsOfSides(NamedEntity entity) => FindSide(entity) is { } side && sides.Any(party => party.Id == side);

    /// <summary>Whether whoever says it belongs to whom it is about.</summary>
    public bool IsOwn(Finding finding)
    {
        if (finding.Attribution is not { } attribution)
            return false;
        var about = finding
            .FindNamed(finding.Rule.Pattern.Subject ?? "person")
            .Select(FindSide)
            .OfType<string>()
            .ToList();
        var speaker = attribution.Speaker;
        if (speaker is null)
            return false;
        if (speaker.IsSource)
            return speaker.Side is not null
                && about.Contains(speaker.Side)
                && speaker.Written.Split(' ')[0] is "his" or "her" or "its" or "their";
        return speaker.Entity is { Kind: not (EntityKind.Outlet or EntityKind.Agency) } entity
                && FindSide(entity) is { } side
                && about.Contains(side)
            || speaker.Entity is { } same && finding.FindNamed(finding.Rule.Pattern.Subject ?? "person").Contains(same);
    }

    /// <summary>Whether it is at the talks: the sentence names them, or the place where the text puts them.</summary>
    private bool IsAtTalks(Finding finding)
    {
        if (finding.Match.Find("destination") is [var place, ..])
            return finding.Elements[place].Mention?.Place is { } named && IsVenue(named) || NamesTalks(finding, place);
        return NamesTalks(finding, finding.Match.Last) || finding.Match.Has("event");
    }

    public bool IsVenue(Place place) =>
        venues.Contains(place.Name) || place.In is { } around && venues.Contains(around);

    // "To Istanbul for talks", "to Sele for the meeting".
    private static bool NamesTalks(Finding finding, int place)
    {
        for (var i = place; i < finding.Elements.Count && i < place + 9; i++)
        {
            if (IsTalks(finding.Elements[i].Word))
                return true;
            if (finding.Elements[i].Kind is ElementKind.Stop or ElementKind.Comma)
                return false;
        }

        return false;
    }

    public static bool IsTalks(string word) =>
        word is "talks" or "negotiations" or "summit" or "meeting" or "round" or "table";
}
