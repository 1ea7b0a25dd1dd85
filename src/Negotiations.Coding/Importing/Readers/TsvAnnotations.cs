namespace Negotiations.Coding;

/// <summary>Puts the annotations of a WebAnno TSV file together from its rows.</summary>
/// <remarks>
/// An annotation over several words has its number in the cells of each: <c>PER[1]</c>. One without a number stands in
/// one row alone. Roles and relations name a row, and a number where that is not enough.
/// </remarks>
/// <param name="file">The file.</param>
/// <param name="layers">The layers.</param>
/// <param name="errors">Where errors are noted.</param>
internal sealed class TsvAnnotations(string file, IReadOnlyList<TsvLayer> layers, List<CodingError> errors)
{
    private const string Nothing = "_";
    private const string NoValue = "*";

    private readonly List<Found> found = [];
    private readonly Dictionary<(string Layer, string Key), Found> byKey = [];
    private readonly Dictionary<string, List<Found>> byUnit = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Found> byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TsvRow> rowsByUnit = new(StringComparer.Ordinal);
    private readonly List<(TsvRow Row, Action Resolve)> later = [];

    /// <summary>The annotations.</summary>
    public IReadOnlyList<SourceAnnotation> Read(IReadOnlyList<TsvRow> rows, TextOffsets offsets)
    {
        foreach (var row in rows)
            rowsByUnit[row.Unit] = row;
        foreach (var layer in layers.Where(layer => !layer.IsRelation))
        {
            foreach (var row in rows)
                ReadSpans(row, layer);
        }

        foreach (var layer in layers.Where(layer => layer.IsRelation))
        {
            foreach (var row in rows)
                ReadRelations(row, layer);
        }

        foreach (var (_, resolve) in later)
            resolve();
        foreach (var one in found)
            one.Place(offsets);
        return [.. found.OrderBy(one => one.Start).Select(one => one.Annotation)];
    }

    private void ReadSpans(TsvRow row, TsvLayer layer)
    {
        var cells = layer.Columns.Select((_, i) => row.Cells[layer.First + i]).ToList();
        if (cells.All(cell => cell.Length == 0 || cell == Nothing))
            return;
        var stacks = cells.Select(cell => TsvCell.Split(cell, '|')).ToList();
        var count = layer
            .Columns.Zip(stacks)
            .Where(of => of.First.Kind != TsvColumnKind.Target)
            .Select(of => of.Second.Count)
            .Max();
        for (var i = 0; i < count; i++)
        {
            string? number = null;
            var values = new List<string>();
            foreach (var (column, stack) in layer.Columns.Zip(stacks))
            {
                var part = i < stack.Count ? stack[i] : Nothing;
                if (column.Kind == TsvColumnKind.Target)
                    values.Add(part);
                else
                {
                    var (value, own) = TsvCell.SplitNumber(part);
                    values.Add(value);
                    number ??= own;
                }
            }

            if (values.All(value => value == Nothing))
                continue;
            // The number of a chain is that of the whole chain, not of one of its places.
            var one = Take(row, layer, layer.Kind == "CH" ? null : number, i, out var isNew);
            if (!isNew)
                continue;
            if (layer.Kind == "CH" && number is not null)
                one.Annotation.Add("chain", number);
            AddValues(row, layer, values, one.Annotation);
        }
    }

    private void AddValues(TsvRow row, TsvLayer layer, List<string> values, SourceAnnotation annotation)
    {
        for (var i = 0; i < layer.Columns.Count; i++)
        {
            var column = layer.Columns[i];
            if (column.Kind == TsvColumnKind.Role && i + 1 < values.Count)
            {
                var (roles, targets) = (TsvCell.Split(values[i], ';'), TsvCell.Split(values[i + 1], ';'));
                later.Add((row, () => Link(row, annotation, column.Feature, roles, targets)));
            }
            else if (column.Kind == TsvColumnKind.Value && column.Feature.Length > 0 && IsValue(values[i]))
                annotation.Add(column.Feature, TsvCell.Unescape(values[i]));
        }
    }

    private void Link(
        TsvRow row,
        SourceAnnotation from,
        string feature,
        IReadOnlyList<string> roles,
        IReadOnlyList<string> targets
    )
    {
        for (var i = 0; i < targets.Count; i++)
        {
            if (!IsValue(targets[i]))
                continue;
            var (unit, number) = TsvCell.SplitNumber(targets[i]);
            if (Find(row, unit, number, layer: null) is not { } target)
                continue;
            from.Add(feature, target);
            if (i < roles.Count && IsValue(roles[i]))
                from.Add($"{feature}/{TsvCell.Unescape(roles[i])}", target);
            target.Add($"^{feature}", from);
        }
    }

    // A relation stands in the row to which it leads, and names the row from which it comes.
    private void ReadRelations(TsvRow row, TsvLayer layer)
    {
        if (layer.Columns[^1].Kind != TsvColumnKind.Source)
        {
            errors.Add(new(file, 0, layer.Name, "declares a relation without what it lies between (BT_)"));
            return;
        }

        var sources = TsvCell.Split(row.Cells[layer.First + layer.Columns.Count - 1], '|');
        for (var i = 0; i < sources.Count; i++)
        {
            if (!IsValue(sources[i]))
                continue;
            var (unit, numbers) = TsvCell.SplitNumber(sources[i]);
            var ends = numbers?.Split('_') ?? [];
            var basis = layer.Columns[^1].Feature;
            var from = Find(row, unit, Number(ends, 0), basis);
            var to = Find(row, row.Unit, Number(ends, 1), basis);
            if (from is null || to is null)
                continue;
            Add(from, to, layer.Name);
            foreach (var (column, at) in layer.Columns.SkipLast(1).Select((column, at) => (column, at)))
            {
                var stack = TsvCell.Split(row.Cells[layer.First + at], '|');
                if (i < stack.Count && TsvCell.SplitNumber(stack[i]).Value is var value && IsValue(value))
                    Add(from, to, $"{layer.Name}/{TsvCell.Unescape(value)}");
            }
        }
    }

    private static void Add(SourceAnnotation from, SourceAnnotation to, string feature)
    {
        from.Add(feature, to);
        to.Add($"^{feature}", from);
    }

    // Zero says that the annotation there has no number.
    private static string? Number(string[] ends, int at) => at < ends.Length && ends[at] != "0" ? ends[at] : null;

    private static bool IsValue(string value) => value is not (Nothing or NoValue or "");

    private Found Take(TsvRow row, TsvLayer layer, string? number, int stack, out bool isNew)
    {
        var key = number is null ? $"{row.Unit}/{stack}" : $"[{number}]";
        isNew = !byKey.TryGetValue((layer.Name, key), out var one);
        if (isNew)
        {
            one = new(new(row.Unit, new(row.Line, 0)), layer.Name, row);
            one.Annotation.Labels.Add(layer.Name);
            byKey[(layer.Name, key)] = one;
            found.Add(one);
            if (number is not null)
                byNumber.TryAdd(number, one);
        }

        one!.Cover(row);
        if (!byUnit.TryGetValue(row.Unit, out var here))
            byUnit[row.Unit] = here = [];
        here.Add(one);
        return one;
    }

    private SourceAnnotation? Find(TsvRow row, string unit, string? number, string? layer)
    {
        if (number is not null && byNumber.TryGetValue(number, out var numbered))
            return numbered.Annotation;
        if (byUnit.TryGetValue(unit, out var here))
        {
            var fitting = layer is null ? here : [.. here.Where(one => one.Layer == layer)];
            if (fitting.Count > 0)
                return fitting[0].Annotation;
        }

        if (!rowsByUnit.TryGetValue(unit, out var word))
        {
            errors.Add(new(file, row.Line, row.Unit, $"there is no row '{ImportWords.Shorten(unit)}'"));
            return null;
        }

        // Relations may lie between words that have no annotation of their own.
        var bare = new Found(new(unit, new(word.Line, 0)), layer ?? "", word);
        found.Add(bare);
        bare.Annotation.IsPart = true;
        byUnit[unit] = [.. here ?? [], bare];
        return bare.Annotation;
    }

    private sealed class Found(SourceAnnotation annotation, string layer, TsvRow first)
    {
        public SourceAnnotation Annotation => annotation;

        public string Layer => layer;

        public int Start { get; private set; } = first.Start;

        public int End { get; private set; } = first.End;

        public void Cover(TsvRow row) => (Start, End) = (Math.Min(Start, row.Start), Math.Max(End, row.End));

        public void Place(TextOffsets offsets)
        {
            if (Start >= End)
                annotation.Unplaced = "it stands between two characters, and on no words";
            else if (offsets.FindPosition(Start) is { } start && offsets.FindPosition(End) is { } end)
                annotation.Spans.Add((start, end));
            else
                annotation.Unplaced = "it begins or ends within one character";
        }
    }
}
