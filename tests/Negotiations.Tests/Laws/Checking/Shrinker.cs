namespace Negotiations.Tests.Laws;

/// <summary>
/// Makes a history that fails smaller: takes away one thing after the other as long as it still fails.
/// </summary>
internal static class Shrinker
{
    public static Trial Smallest(Trial trial, Func<Trial, bool> fails)
    {
        while (Smaller(trial).FirstOrDefault(smaller => IsPossible(smaller.History) && fails(smaller)) is { } smaller)
            trial = smaller;
        return trial;
    }

    // What is printed can be replayed, so it is such as a store takes in.
    private static bool IsPossible(History history) =>
        !CorrectionSimulation.Contradicts(history.Intake)
        && CorrectionSimulation.AllAdmitted(history)
        && AsCoded.AreAll(history);

    private static IEnumerable<Trial> Smaller(Trial trial)
    {
        var intake = trial.History.Intake;
        for (var i = intake.Count - 1; i > 0; i--)
        {
            yield return trial with
            {
                History = new(
                    AsCoded.WithoutVainNames(AsCoded.WithoutDangling(RecordedPlaces.Without(intake, [intake[i]])))
                ),
            };
            foreach (var replacement in Replacements(intake[i]))
                yield return trial with
                {
                    History = new(AsCoded.WithoutVainNames([.. intake.Take(i), replacement, .. intake.Skip(i + 1)])),
                };
        }

        if (trial.Question.HappenedBy is not null)
            yield return trial with
            {
                Question = trial.Question with { HappenedBy = null },
            };
        if (trial.Question.KnownBy is not null)
            yield return trial with
            {
                Question = trial.Question with { KnownBy = null },
            };
    }

    private static IEnumerable<DomainEvent> Replacements(DomainEvent @event)
    {
        if (@event is ArticleVersionPublished { Compared: not null } version)
            yield return version with
            {
                Compared = null,
            };
        if (@event is ReportCorrected { Changes.Count: > 1 } corrected)
        {
            foreach (var field in corrected.Changes.Select(change => change.Key))
                yield return corrected with
                {
                    Changes = new(
                        corrected
                            .Changes.Where(change => change.Key != field)
                            .Select(change => KeyValuePair.Create(change.Key, change.Value?.DeepClone()))
                    ),
                };
        }

        if (@event is not Report report)
            yield break;
        if (report.PrecededBy is not null)
            yield return report with
            {
                PrecededBy = null,
            };
        if (report.TimeOfDay is not null)
            yield return report with
            {
                TimeOfDay = null,
            };
        if (report.LookingBack)
            yield return report with
            {
                LookingBack = false,
            };
        if (report.Known is not null)
            yield return report with
            {
                Known = null,
            };
        if (report.Happened is not null)
            yield return report with
            {
                Happened = null,
            };
        if (report.Standing != Standing.Own)
            yield return report with
            {
                Standing = Standing.Own,
            };
        if (report.Modality != Modality.Asserted)
            yield return report with
            {
                Modality = Modality.Asserted,
            };
    }
}
