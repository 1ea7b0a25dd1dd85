using Microsoft.AspNetCore.Http.Features;

namespace Negotiations.Server.Desk;

/// <summary>What somebody has sent with a form of the desk, as they typed it.</summary>
internal sealed class DeskForm(IFormCollection form)
{
    // A report has some thirty fields.
    private const int MostFields = 300;

    /// <summary>What the names of the fields of a report begin with.</summary>
    public const string ReportPrefix = "f.";

    /// <summary>The most that a form brings, with a page that is uploaded.</summary>
    public const int MostBytes = 5_000_000;

    /// <summary>A field; empty where it is not there. Lines end with a line feed.</summary>
    /// <exception cref="WrongParameterException">It has what no text can have.</exception>
    public string this[string name]
    {
        get
        {
            var text = form.TryGetValue(name, out var values) && values.Count > 0 ? values[0] ?? "" : "";
            if (ForbiddenCharacters.FindProblem(text) is { } problem)
                throw new WrongParameterException(name, $"'{name}' {problem}");
            return text.ReplaceLineEndings("\n");
        }
    }

    /// <summary>A field without white space around it; null where it is empty.</summary>
    public string? Find(string name) => this[name].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A field as it was sent, with whatever characters it has.</summary>
    public string ReadRaw(string name) => form[name].ToString();

    /// <summary>The fields of a report, by their names without <see cref="ReportPrefix"/>.</summary>
    /// <exception cref="WrongParameterException">One has what no text can have.</exception>
    public IReadOnlyDictionary<string, string> ReadReport() =>
        form
            .Keys.Where(name => name.StartsWith(ReportPrefix, StringComparison.Ordinal))
            .ToDictionary(name => name[ReportPrefix.Length..], name => this[name], StringComparer.Ordinal);

    /// <summary>A file that was sent with it; null where none was chosen.</summary>
    public IFormFile? FindFile(string name) => form.Files.GetFile(name) is { Length: > 0 } file ? file : null;

    /// <summary>Limits what the form of a request may bring, before anything of it is read.</summary>
    public static void Limit(HttpContext context) =>
        context.Features.Set<IFormFeature>(
            new FormFeature(
                context.Request,
                new FormOptions
                {
                    ValueCountLimit = MostFields,
                    ValueLengthLimit = MostBytes,
                    MultipartBodyLengthLimit = MostBytes,
                    BufferBodyLengthLimit = MostBytes,
                    MemoryBufferThreshold = MostBytes,
                }
            )
        );

    /// <summary>Reads it.</summary>
    /// <exception cref="BadHttpRequestException">It is no form, or too large.</exception>
    public static async Task<DeskForm> ReadAsync(HttpContext context)
    {
        try
        {
            return new(await context.Request.ReadFormAsync(context.RequestAborted));
        }
        catch (InvalidOperationException)
        {
            throw new BadHttpRequestException("what was sent is no form, or has what no text can have");
        }
        catch (InvalidDataException)
        {
            throw new BadHttpRequestException(
                $"the form cannot be read, or brings more than {Limits.Format(MostBytes)} bytes or "
                    + $"{MostFields} fields; "
                    + "larger articles are coded with 'negotiations code'",
                StatusCodes.Status413PayloadTooLarge
            );
        }
    }
}
