using Spectre.Console;
using Spectre.Console.Rendering;

namespace Negotiations.Cli.Rendering;

/// <summary>A comparison as text for a terminal.</summary>
internal static class DiffText
{
    /// <summary>The parts of the page.</summary>
    public static IEnumerable<IRenderable> Render(AnswerDiff comparison)
    {
        var (from, to) = (comparison.From, comparison.To);
        yield return new Rule(Spectre.Console.Markup.Escape(to.Definition.Title))
        {
            Style = Styles.Quiet,
            Justification = Justify.Left,
        };
        yield return Styles.Line(
            $"from  {QuestionWords.Asked(from.Asked, from.Zone)}\nto    {QuestionWords.Asked(to.Asked, to.Zone)}",
            Styles.Strong
        );
        yield return Styles.Line(
            $"{QuestionWords.Count(comparison.Changes.Count, "fact")} changed, "
                + $"{comparison.Changes.Count(change => change.IsOfValue)} in value.",
            Styles.Quiet
        );
        foreach (var warning in QuestionWords.Warnings(comparison))
            yield return Styles.Line(warning, Styles.Warning);
        if (comparison.IsWithoutFacts)
            yield return Styles.Line(QuestionWords.Nothing(to.Asked), Styles.Plain);
        foreach (var part in Changes(comparison.Changes, new(new(to.Definition), to.Zone)))
            yield return part;
    }

    /// <summary>The changes, each as what was and what is.</summary>
    public static IEnumerable<IRenderable> Changes(IEnumerable<FactDifference<Fact>> changes, DifferenceWords words)
    {
        foreach (var change in changes)
        {
            var cell = new Paragraph($"\n{change.Key}{(change.IsOfValue ? "" : "  (the same value)")}\n", Styles.Plain);
            if (change.Before is not null)
                cell.Append($"  - {words.Describe(change.Before)}\n", Styles.Removed);
            cell.Append(
                $"  + {(change.After is null ? ChangeWords.Gone : words.Describe(change.After))}\n",
                Styles.Added
            );
            yield return cell;
        }
    }
}
