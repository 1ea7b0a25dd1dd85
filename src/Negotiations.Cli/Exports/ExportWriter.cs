namespace Negotiations.Cli.Exports;

/// <summary>Writes exports of each kind.</summary>
internal static class ExportWriter
{
    /// <summary>Whether a kind shows the log, which stands under no bound but that on the record clock.</summary>
    public static bool IsOfTheLog(ExportKind kind) =>
        kind is ExportKind.CloudEvents or ExportKind.Coded or ExportKind.Steps;

    /// <summary>Whether a kind is a folder of files.</summary>
    public static bool IsFolder(ExportKind kind) => kind is ExportKind.Coded or ExportKind.Steps or ExportKind.Cas;

    /// <summary>Writes an export that is one file.</summary>
    public static void Write(
        Stream output,
        ExportKind kind,
        ExportSource exported,
        QuoteProvider? quoting,
        CancellationToken cancellationToken
    )
    {
        switch (kind)
        {
            case ExportKind.Annotations:
                AnnotationsJson.Write(output, exported, quoting, cancellationToken);
                break;
            case ExportKind.Prov:
                ProvJson.Write(output, exported, cancellationToken);
                break;
            case ExportKind.Events:
                EventsCsv.Write(output, exported, cancellationToken);
                break;
            case ExportKind.Reports:
                ReportsCsv.Write(output, exported, cancellationToken);
                break;
            case ExportKind.Facts:
                FactsCsv.Write(output, exported, cancellationToken);
                break;
            case ExportKind.CloudEvents:
                CloudEventLines.Write(output, exported, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }

        // The JSON writers add no final line feed.
        if (kind is ExportKind.Annotations or ExportKind.Prov)
            output.WriteByte((byte)'\n');
    }

    /// <summary>
    /// Writes what a table says of itself into the file beside it; nothing for formats that contain it themselves.
    /// </summary>
    /// <returns>Whether there is something to say.</returns>
    public static bool WriteMetadata(Stream output, ExportKind kind, ExportSource exported, string file)
    {
        switch (kind)
        {
            case ExportKind.Events:
                CsvMetadata.Write(output, file, EventsCsv.Columns(exported), exported.Header);
                return true;
            case ExportKind.Reports:
                CsvMetadata.Write(output, file, ReportsCsv.Columns(exported), exported.Header);
                return true;
            case ExportKind.Facts:
                CsvMetadata.Write(output, file, FactsCsv.Columns(exported), exported.Header);
                return true;
            default:
                return false;
        }
    }
}
