using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>What the fields of a coded file are read by besides themselves.</summary>
/// <param name="Names">Resolves names.</param>
/// <param name="Version">The version of the article.</param>
internal sealed record FileContext(NameResolver Names, ArticleVersionPublished Version)
{
    /// <summary>The form in which coded files were written first.</summary>
    public const int FirstFormat = 1;

    /// <summary>The form that has words, short positions, and what is said once for a whole file.</summary>
    public const int NewestFormat = 2;

    /// <summary>The form in which the file is written.</summary>
    public int Format { get; init; } = FirstFormat;

    /// <summary>Whether the file may use the short forms.</summary>
    public bool IsShort => Format > FirstFormat;

    /// <summary>Finds words and positions in the text of the article.</summary>
    public SpanSource Spans { get; init; } = new(null, new Dictionary<(int Start, int End), string>());

    /// <summary>The chains that have a name, by it.</summary>
    public IReadOnlyDictionary<string, YamlItem> Chains { get; init; } = new Dictionary<string, YamlItem>();

    /// <summary>The days that have a name, by it.</summary>
    public IReadOnlyDictionary<string, NamedDay> Days { get; init; } = new Dictionary<string, NamedDay>();

    /// <summary>What the file says once for all reports that do not say it.</summary>
    public FileDefaults Defaults { get; init; } = new();

    /// <summary>Where the report stands whose fields are corrected, if its evidence is not corrected as well.</summary>
    public IReadOnlyList<TextSpan> CorrectedEvidence { get; init; } = [];

    /// <summary>The end of a message about a value that only the newer form has.</summary>
    public string SuggestFormat(YamlNode? value) =>
        !IsShort && value is YamlScalarNode
            ? $"; words and short forms need 'format: {NewestFormat}' at the top of the file"
            : "";
}

/// <summary>What a coded file says once for all its reports.</summary>
internal sealed record FileDefaults
{
    /// <summary>The certainty of reports in a file that says none: sure, as far as one who reads can be.</summary>
    public const int Certainty = 4;

    /// <summary>The fields at the top of a file that hold for the reports that do not have them.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["round", "issue", "certainty", "modality"];

    /// <summary>The values in the JSON of a report.</summary>
    public JsonObject Values { get; init; } =
        new() { ["certainty"] = Certainty, ["modality"] = EnumText.Format(Modality.Asserted) };
}

/// <summary>A day with a name in a coded file.</summary>
/// <param name="Happened">The date.</param>
/// <param name="From">The words from which it was resolved.</param>
/// <param name="TimeOfDay">The time of the day.</param>
internal sealed record NamedDay(Edtf Happened, string? From, string? TimeOfDay);
