namespace Negotiations.Coding;

/// <summary>Reads a file of annotations in whichever of the formats it is.</summary>
internal static class AnnotationReader
{
    /// <summary>The annotations; null where the file is in none of the formats. What is wrong is noted.</summary>
    public static AnnotatedFile? Read(SubmittedFile submitted, ImportRequest request, List<CodingError> errors)
    {
        var file = submitted.File;
        if (WebAnnoTsvReader.IsFormat(submitted.Text))
            return request.Text is { } words
                ? WebAnnoTsvReader.Read(submitted, words, errors)
                : NeedText(file, "the format does not hold what stands between sentences", errors);
        if (Path.GetExtension(file).Equals(".ann", StringComparison.OrdinalIgnoreCase))
            return request.Text is { } beside
                ? BratReader.Read(submitted, beside, errors)
                : NeedText(file, "brat keeps it in a .txt beside the annotations", errors);
        if (submitted.Text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            errors.Add(
                new(
                    file,
                    1,
                    "",
                    "is no file of annotations: neither JSON (UIMA CAS, W3C Web Annotation, hypothes.is), nor "
                        + "WebAnno TSV 3 (#FORMAT=WebAnno TSV 3.3), nor brat (.ann)"
                )
            );
            return null;
        }

        if (PlacedJsonReader.Read(submitted, errors) is not { } root)
            return null;
        return CasReader.IsFormat(root)
            ? CasReader.Read(file, root, request.Text, errors)
            : WebAnnotationReader.Read(file, root, request.Text, request.Source, errors);
    }

    private static AnnotatedFile? NeedText(string file, string reason, List<CodingError> errors)
    {
        errors.Add(new(file, 0, "", $"the text of the article is needed: {reason}; give it with --text FILE"));
        return null;
    }
}
