namespace Negotiations;

/// <summary>
/// Whether a version of an article fits between those that are there, as their times of publication were corrected.
/// </summary>
/// <remarks>
/// Versions are ordered by time known, never by arrival. That one comes after another is said only by comparing it with
/// that other; where times contradict it, in whichever order the versions and the corrections come in, one of them is
/// wrong.
/// </remarks>
public static class VersionRules
{
    /// <summary>Why the version is refused, or null.</summary>
    /// <param name="log">Everything recorded of the negotiation, with this version or without it.</param>
    /// <param name="version">The version, with the time of publication that is to count.</param>
    public static string? Refuse(NegotiationLog log, ArticleVersionPublished version)
    {
        var others = log
            .Timeline.FindVersions(version.Article)
            .Where(other => other.Version != version.Version)
            .ToList();
        if (
            others.FirstOrDefault(other => other.Version == version.Compared?.With) is { } before
            && before.Published.Time > version.Published.Time
        )
            return Contradiction(version, before);
        return
            others.FirstOrDefault(other =>
                other.Compared?.With == version.Version && other.Published.Time < version.Published.Time
            )
                is { } after
            ? Contradiction(after, version)
            : null;

        string Contradiction(ArticleVersionPublished later, ArticleVersionPublished earlier) =>
            $"version '{later.Version}' of {Bound.Format(later.Published.Time, log.Zone)} is compared "
            + $"with version '{earlier.Version}' as the one before, "
            + $"which came out only at {Bound.Format(earlier.Published.Time, log.Zone)}: correct the "
            + "time of publication that is wrong first";
    }
}
