namespace Negotiations;

/// <summary>Gives a correction an identifier that its article does not have yet.</summary>
public static class FreeCorrectionId
{
    /// <summary>An identifier after the name of what is corrected, with the number that follows.</summary>
    /// <param name="name">Name of what is corrected.</param>
    /// <param name="before">Number of corrections of it that are there.</param>
    /// <param name="isTaken">Whether an identifier is taken.</param>
    public static string Find(string name, int before, Func<string, bool> isTaken)
    {
        var number = before + 1;
        while (isTaken($"{name}-correction-{number}"))
            number++;
        return $"{name}-correction-{number}";
    }

    /// <summary>An identifier for a correction of an event.</summary>
    public static string Find(RecordedEvent target, CorrectionLog corrections)
    {
        var name = target.Event switch
        {
            Report report => report.Id,
            Correction correction => correction.Id,
            ArticleVersionPublished version => version.Version,
            _ => "",
        };
        var taken = corrections
            .All.Where(other => other.Recorded.Stream == target.Stream)
            .Select(other => other.Correction.Id)
            .ToHashSet();
        return Find(name, corrections.CoderChain(target.Id).Count, id =>
            taken.Contains(id) || corrections.IsErased(EventId.ForCorrection(target.Stream, id))
        );
    }
}
