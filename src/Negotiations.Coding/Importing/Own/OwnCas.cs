using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>Reads the reports that this program wrote into a CAS.</summary>
internal static class OwnCas
{
    /// <summary>The head of the coded file.</summary>
    public static JsonObject? ReadHead(string file, PlacedJson article, List<CodingError> errors)
    {
        try
        {
            return FlatFields.Unflatten(
                article
                    .Members.Where(member => member.Name.Length > 0 && char.IsLetter(member.Name[0]))
                    .Where(member => member.Name is not ("begin" or "end") && member.Value.IsText)
                    .Where(member => !member.Name.StartsWith("export", StringComparison.Ordinal))
                    .Select(member => (member.Name, member.Value.Text))
            );
        }
        catch (FormatException exception)
        {
            errors.Add(
                new(file, article.Place.Line, article.Path, exception.Message) { Column = article.Place.Column }
            );
            return null;
        }
    }

    /// <summary>The fields of a report, from its features.</summary>
    public static void ReadEvent(string file, SourceAnnotation annotation, List<CodingError> errors)
    {
        try
        {
            annotation.Event = FlatFields.Unflatten(
                annotation
                    .Features.Where(feature => feature.Target is null && feature.Text.Length > 0)
                    .Select(feature => (feature.Name, feature.Text))
            );
        }
        catch (FormatException exception)
        {
            errors.Add(
                new(file, annotation.Place.Line, annotation.Field, exception.Message)
                {
                    Column = annotation.Place.Column,
                }
            );
        }
    }
}
