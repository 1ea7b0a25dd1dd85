namespace Negotiations;

/// <summary>Finds facts by a part of their keys.</summary>
public static class FactKeys
{
    /// <summary>The segments of keys that are words of the program, of whatever negotiation.</summary>
    public static IReadOnlySet<string> Words { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            // The subjects.
            "accusation",
            "agreement",
            "assessment",
            "attendance",
            "ceasefire",
            "concession",
            "deadline",
            "delegation",
            "demand",
            "dismissal",
            "documents",
            "exchange",
            "finding",
            "force-threat",
            "further-talks",
            "hostilities",
            "invitation",
            "mediation",
            "meeting",
            "offer",
            "other-talks",
            "position",
            "precondition",
            "proposal",
            "round",
            "sanctions",
            "support",
            "talks",
            "threat",
            "travel",
            "urging",
            "venue-offer",
            // What stands behind them.
            "answer",
            "breach",
            "date",
            "departure",
            "dispatch",
            "duration",
            "experts",
            "form",
            "head",
            "heads",
            "host",
            "kind",
            "level",
            "made",
            "mediators",
            "members",
            "names",
            "omitted",
            "participants",
            "parties",
            "ratification",
            "request",
            "status",
            "terms",
            "venue",
            "violation",
            "withdrawal",
            Round.General,
        };

    // Behind these stand names and words alone; behind all other subjects keys of acts may stand, which are opaque.
    private static readonly HashSet<string> WithoutActs = ["round", "attendance", "travel", "delegation", "talks"];

    /// <summary>Whether a key begins so, or has these segments one after the other.</summary>
    /// <param name="key">The key.</param>
    /// <param name="part">The part; empty for every key.</param>
    public static bool Admits(string key, string part) =>
        key.StartsWith(part, StringComparison.Ordinal)
        || $"/{key}/".Contains($"/{part.Trim('/')}/", StringComparison.Ordinal);

    /// <summary>
    /// The part of a key that a text means. The name or spelling of somebody means the identifier, unless a fact has
    /// the text itself in its key.
    /// </summary>
    public static string Resolve(string text, Answer answer)
    {
        var part = text.ToLowerInvariant();
        return part.Contains('/') || answer.Facts.Any(fact => Admits(fact.Key, part))
            ? part
            : new NameIndex(answer.Definition).Find(text)?.Id ?? part;
    }

    /// <summary>
    /// Sees to it that a fact can have a part in its key, even if this answer has none: its rounds, subjects and names
    /// are known, and where keys of acts stand, every segment may be one; or it names somebody whom facts involve.
    /// </summary>
    /// <remarks>It is judged by what the answer knows alone, so that no message tells of what came later.</remarks>
    /// <exception cref="UnknownFactException">No fact can have it.</exception>
    public static void Require(string part, Answer answer)
    {
        if (part.Length == 0 || answer.Facts.Any(fact => Admits(fact.Key, part)))
            return;
        if (InvolvedElsewhere.Find(part, answer) is not null)
            return;
        var segments = part.Trim('/').Split('/');
        var known = ListKnown(answer);
        var checkedUpTo = FindActs(segments, answer.Definition);
        for (var i = 0; i < segments.Length; i++)
        {
            var isKnown =
                known.Contains(segments[i])
                || (i >= checkedUpTo && Slug.IsValid(segments[i]))
                // What begins a key may end within a segment.
                || (
                    i > 0
                    && i == segments.Length - 1
                    && IsRound(segments[0], answer.Definition)
                    && known.Any(word => word.StartsWith(segments[i], StringComparison.Ordinal))
                );
            if (isKnown)
                continue;
            var place = i;
            var near = SpellingSuggestions
                .To(segments[i], known)
                .Select(word => string.Join('/', [.. segments[..place], word, .. segments[(place + 1)..]]))
                .ToList();
            throw new UnknownFactException(
                part,
                near.Count == 0 ? "" : $"; did you mean {string.Join(" or ", near.Select(other => $"'{other}'"))}?"
            );
        }
    }

    // The place from which on the segments can be keys of acts.
    private static int FindActs(string[] segments, NegotiationDefined definition)
    {
        var subject = IsRound(segments[0], definition) ? 1 : 0;
        return
            subject < segments.Length && Words.Contains(segments[subject]) && !WithoutActs.Contains(segments[subject])
            ? subject + 1
            : segments.Length;
    }

    private static bool IsRound(string segment, NegotiationDefined definition) =>
        segment == Round.General || definition.Rounds.Any(round => round.Id == segment);

    private static HashSet<string> ListKnown(Answer answer) =>
        [
            .. Words,
            .. answer.Definition.Rounds.Select(round => round.Id),
            .. answer.Definition.Entities.Select(entity => entity.Id),
            .. answer.Definition.Issues.Select(issue => issue.Id),
            .. answer.Facts.SelectMany(fact => fact.Key.Split('/')),
            .. answer.Reports.Select(visible => visible.Report.Act),
        ];
}
