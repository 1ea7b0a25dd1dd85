using System.Globalization;

namespace Negotiations.Formats;

/// <summary>
/// The last columns of every table: the question that it answers, so that tables can be put one below the other.
/// </summary>
public static class QuestionColumns
{
    /// <summary>The columns.</summary>
    /// <param name="header">The header of the export.</param>
    public static IReadOnlyList<CsvColumn<TRow>> Create<TRow>(ExportHeader header) =>
        [
            new("negotiation", "string", "identifier of the negotiation", _ => header.Negotiation),
            new("known_by", "dateTime", "the bound on the known clock; empty for none", _ => header.KnownBy),
            new("happened_by", "dateTime", "the bound on the happened clock; empty for none", _ => header.HappenedBy),
            new("record_position", "integer", "the position of the record for which the row stands", _ =>
                header.Position.ToString(CultureInfo.InvariantCulture)
            ),
        ];
}
