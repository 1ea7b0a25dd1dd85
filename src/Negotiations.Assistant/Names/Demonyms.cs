namespace Negotiations.Assistant.Names;

/// <summary>Adjectives and names of people for the name of a country.</summary>
internal static class Demonyms
{
    private static readonly string[] Endings =
    [
        "n",
        "an",
        "ian",
        "ean",
        "ese",
        "ish",
        "i",
        "ic",
        "er",
        "nian",
        "ni",
        "ite",
        "que",
        "ians",
        "ans",
        "ns",
        "ers",
        "is",
        "ites",
    ];

    // What no rule gives; common words of English, not of one negotiation.
    private static readonly Dictionary<string, string[]> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        ["France"] = ["french"],
        ["United Kingdom"] = ["british", "britons"],
        ["Britain"] = ["british", "britons"],
        ["United States"] = ["american", "americans", "u.s."],
        ["Netherlands"] = ["dutch"],
        ["The Netherlands"] = ["dutch"],
        ["Switzerland"] = ["swiss"],
        ["Ireland"] = ["irish"],
        ["Spain"] = ["spanish", "spaniards"],
        ["Greece"] = ["greek", "greeks"],
        ["Germany"] = ["german", "germans"],
        ["Poland"] = ["polish", "poles"],
        ["Denmark"] = ["danish", "danes"],
        ["Sweden"] = ["swedish", "swedes"],
        ["Finland"] = ["finnish", "finns"],
        ["Turkey"] = ["turkish", "turks"],
        ["Türkiye"] = ["turkish", "turks"],
        ["Norway"] = ["norwegian", "norwegians"],
        ["Portugal"] = ["portuguese"],
        ["Wales"] = ["welsh"],
        ["Scotland"] = ["scottish", "scots"],
        ["Philippines"] = ["philippine", "filipino"],
        ["Thailand"] = ["thai"],
        ["Cyprus"] = ["cypriot"],
        ["Peru"] = ["peruvian"],
        ["Niger"] = ["nigerien"],
        ["European Union"] = ["european"],
        ["Saudi Arabia"] = ["saudi", "saudis"],
        ["United Arab Emirates"] = ["emirati", "emiratis"],
        ["South Korea"] = ["south korean", "south koreans"],
        ["North Korea"] = ["north korean", "north koreans"],
        ["Vatican"] = ["papal"],
        ["Argentina"] = ["argentine", "argentinian"],
        ["Afghanistan"] = ["afghan", "afghans"],
        ["Belgium"] = ["belgian"],
        ["Czech Republic"] = ["czech", "czechs"],
        ["Lebanon"] = ["lebanese"],
        ["Congo"] = ["congolese"],
        ["Kosovo"] = ["kosovar"],
        ["Serbia"] = ["serb", "serbs", "serbian"],
        ["Croatia"] = ["croat", "croats", "croatian"],
        ["Palestine"] = ["palestinian", "palestinians"],
    };

    /// <summary>Words that may be the adjective of a name; most of them are no words and never met.</summary>
    public static IEnumerable<string> List(string name)
    {
        if (Irregular.TryGetValue(name, out var known))
            return known;
        var lower = name.ToLowerInvariant();
        if (lower.Length < 4 || lower.Contains(' ') || !lower.All(char.IsLetter))
            return [];
        return ListStems(lower)
            .SelectMany(stem => Endings.Select(ending => stem + ending))
            .Append(Shorten(lower))
            .Distinct();
    }

    private static IEnumerable<string> ListStems(string name)
    {
        yield return name;
        if ("aeiouy".Contains(name[^1]))
            yield return name[..^1];
        if (name.EndsWith("ia", StringComparison.Ordinal))
            yield return name[..^2];
        if (name.EndsWith("land", StringComparison.Ordinal) && name.Length > 7)
            yield return name[..^4];
        if (name.EndsWith('s'))
            yield return name[..^1];
    }

    // Uzbekistan, Uzbek; Norland, Norlandic is among the others.
    private static string Shorten(string name) =>
        name.EndsWith("istan", StringComparison.Ordinal) && name.Length > 8 ? name[..^5] : name + "ic";
}
