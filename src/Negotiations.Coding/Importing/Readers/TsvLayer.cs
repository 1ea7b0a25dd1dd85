namespace Negotiations.Coding;

/// <summary>A layer that the head of a WebAnno TSV file declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">SP, CH or RL: spans, chains or relations.</param>
/// <param name="Columns">Its columns, at least one.</param>
/// <param name="First">The first of them in a row.</param>
internal sealed record TsvLayer(string Name, string Kind, IReadOnlyList<TsvColumn> Columns, int First)
{
    public bool IsRelation => Kind == "RL";

    /// <summary>Reads a line such as <c>#T_SP=layer|feature|…</c>; null where it is none.</summary>
    public static TsvLayer? Read(string line, int first)
    {
        if (!line.StartsWith("#T_", StringComparison.Ordinal) || line.IndexOf('=') is not 5)
            return null;
        var kind = line[3..5];
        if (kind is not ("SP" or "CH" or "RL"))
            return null;
        var fields = line[6..].Split('|');
        if (fields[0].Length == 0)
            return null;
        var columns = new List<TsvColumn>();
        foreach (var field in fields.Skip(1).Where(field => field.Length > 0))
        {
            if (columns is [.., { Kind: TsvColumnKind.Role } role] && columns.Count > 0 && kind == "SP")
                // Behind a role stands the layer of what it points to.
                columns.Add(new(role.Feature, TsvColumnKind.Target));
            else if (field.StartsWith("ROLE_", StringComparison.Ordinal) && field.IndexOf(':') is > 0 and var colon)
                // ROLE_layer:feature_link: names of features may hold the underscore themselves.
                columns.Add(new(BeforeLink(field[(colon + 1)..]), TsvColumnKind.Role));
            else if (kind == "RL" && field.StartsWith("BT_", StringComparison.Ordinal))
                columns.Add(new(field[3..], TsvColumnKind.Source));
            else
                columns.Add(new(field, TsvColumnKind.Value));
        }

        // A layer without features has a column all the same.
        if (columns.Count == 0)
            columns.Add(new("", TsvColumnKind.Value));
        return new(fields[0], kind, columns, first);
    }

    private static string BeforeLink(string field) => field.LastIndexOf('_') is > 0 and var at ? field[..at] : field;
}

/// <summary>A column of a layer.</summary>
/// <param name="Feature">The feature; of the source of a relation the layer of what it begins at.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record TsvColumn(string Feature, TsvColumnKind Kind);

/// <summary>What a column of WebAnno TSV holds.</summary>
internal enum TsvColumnKind
{
    Value,
    Role,
    Target,
    Source,
}
