namespace Negotiations.Coding;

/// <summary>Reads the mapping of an import.</summary>
internal static class MappingReader
{
    private const string Details = "details";

    // What follows from the annotation itself, or is decided by whoever reviews.
    private static readonly string[] Fields =
    [
        .. ReportFields.All.Except(["grades", "precededBy"], StringComparer.Ordinal),
    ];

    /// <summary>The mapping; what is wrong is noted.</summary>
    public static ImportMapping Read(YamlFields root, string file)
    {
        var defaults = root.Mapping("defaults") is { } fields ? ReadFields(fields, types: []) : [];
        var events = root.Mappings("events", required: !root.IsEmpty, notEmpty: true).Select(ReadEvent).ToList();
        if (!root.IsEmpty)
            root.RefuseUnknown();
        return new(file, [.. events.OfType<MappedEvent>()], defaults);
    }

    private static MappedEvent? ReadEvent(YamlFields fields)
    {
        var label = fields.Text("label", required: true);
        var where = new List<(string, IReadOnlyList<string>)>();
        foreach (var (name, item) in fields.Mapping("where")?.ReadAll() ?? [])
        {
            if (item.Items.All(value => value.Text is not null))
                where.Add((name, [.. item.Items.Select(value => value.Text!)]));
            else
                item.Error("is neither a value of the feature, nor a list of such values");
        }

        if (fields.Item("type", required: true) is not { } item2)
            return null;
        var type = ReadField("type", item2);
        var types = CheckTypes(type, item2);
        var read = ReadFields(fields, types);
        return label is null ? null : new(label, where, [type, .. read], Locate(fields.Node));
    }

    private static IReadOnlyList<Type> CheckTypes(MappedField field, YamlItem item)
    {
        var names = field.Constant.Concat(field.Values?.Values ?? []).ToList();
        if (field.Default is not null)
            names.Add(field.Default);
        if (names.Count == 0 || field.IsNull)
            item.Error("gives no type; write one, or 'from' a feature with the 'values' that mean types");
        foreach (var name in names.Where(name => ReportTypes.Find(name) is null))
            item.Error(
                $"'{name}' is not an event type"
                    + SpellingSuggestions.Question(name, [.. ReportTypes.All.Select(known => known.Name)])
                    + "; docs/catalogue.md lists them"
            );
        return [.. names.Select(ReportTypes.Find).OfType<Type>()];
    }

    private static List<MappedField> ReadFields(YamlFields fields, IReadOnlyList<Type> types)
    {
        var read = new List<MappedField>();
        foreach (var name in Fields)
        {
            if (fields.Item(name) is not { } item)
            {
                if (fields.Contains(name))
                    read.Add(new(name, default) { IsNull = true });
                continue;
            }

            var field = name == "chain" ? ReadChain(item) : ReadField(name, item);
            CheckWords(field, item);
            read.Add(field);
        }

        if (fields.Mapping(Details) is { } details)
        {
            foreach (var (name, item) in details.ReadAll())
            {
                var known = types.SelectMany(DetailProperties.List).Select(DetailProperties.FormatName).ToList();
                if (types.Count > 0 && !known.Contains(name, StringComparer.Ordinal))
                    item.Error(
                        $"is no detail of {string.Join(", ", types.Select(type => type.Name))}; there are "
                            + string.Join(", ", known.Distinct(StringComparer.Ordinal))
                            + SpellingSuggestions.Question(name, known)
                    );
                read.Add(ReadField($"{Details}.{name}", item));
            }
        }

        if (types.Count > 0 || fields.Node.Children.Count > 0)
            fields.RefuseUnknown();
        return read;
    }

    private static MappedField ReadField(string name, YamlItem item)
    {
        var place = Locate(item.Node);
        if (item.ReadFields() is not { } fields)
        {
            var constant = item.Items.Select(value => value.Text).ToList();
            if (constant.Count == 0 || constant.Contains(null))
                item.Error("is neither a value, nor a mapping such as {from: FEATURE}");
            return new(name, place) { Constant = [.. constant.OfType<string>()] };
        }

        var from = fields.TextOrTexts("from", required: true);
        var values = fields.Mapping("values");
        var field = new MappedField(name, place)
        {
            From = from ?? [],
            Feature = fields.Text("feature"),
            Default = fields.Text("default"),
            Values = values
                ?.ReadAll()
                .Where(value => value.Item.Text is not null)
                .ToDictionary(value => value.Name, value => value.Item.Text!, StringComparer.Ordinal),
        };
        fields.RefuseUnknown();
        return field;
    }

    private static MappedField ReadChain(YamlItem item)
    {
        var links = item.Items.Select(ReadLink).ToList();
        return new("chain", Locate(item.Node)) { Links = links };
    }

    private static MappedField ReadLink(YamlItem item)
    {
        var place = Locate(item.Node);
        if (item.ReadFields() is not { } fields)
        {
            if (item.Text is null)
                item.Error("is neither a name, nor a mapping such as {from: ROLE}");
            return new("chain", place) { Constant = item.Text is { } name ? [name] : [] };
        }

        var kind = EnumReader.Read<LinkKind>(fields, "kind", required: false);
        var link = new MappedField("chain", place)
        {
            From = fields.TextOrTexts("from", required: true) ?? [],
            Feature = fields.Text("feature"),
            Kind = kind is { } word ? EnumText.Format(word) : null,
            Side = fields.Text("side"),
        };
        fields.RefuseUnknown();
        return link;
    }

    // A word that no coded file may have would stop every proposal.
    private static void CheckWords(MappedField field, YamlItem item)
    {
        var given = field.Constant.Concat(field.Values?.Values ?? []);
        if (field.Default is not null)
            given = given.Append(field.Default);
        foreach (var word in given)
        {
            try
            {
                if (FindProblem(field.Name, word) is { } problem)
                    item.Error(problem);
            }
            catch (FormatException exception)
            {
                item.Error(exception.Message);
            }
        }

        if (field.Constant.Count > 1 && field.Name is not ("actor" or "others" or "round"))
            item.Error("has only one value");
    }

    private static string? FindProblem(string field, string word)
    {
        switch (field)
        {
            case "modality":
                return FindProblem<Modality>(word);
            case "standing":
                return FindProblem<Standing>(word);
            case "happened" or "covers":
                Edtf.Parse(word);
                return null;
            case "timeOfDay":
                ReportFields.ReadTimeOfDay(word);
                return null;
            case "certainty":
                return word is "1" or "2" or "3" or "4" or "5" ? null : $"'{word}' is not a number from 1 to 5";
            case "ended" or "lookingBack":
                return word is "true" or "false" ? null : $"'{word}' is neither true nor false";
            case "evidence":
                return "comes from the words of the annotation, or 'from' a role; it is never the same for all";
            default:
                return null;
        }
    }

    private static string? FindProblem<T>(string word)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(value => EnumText.Format(value)).ToList();
        return words.Contains(word, StringComparer.Ordinal)
            ? null
            : $"'{word}' is not one of {string.Join(", ", words)}";
    }

    private static FieldPlace Locate(YamlDotNet.RepresentationModel.YamlNode node) =>
        new((int)node.Start.Line, (int)node.Start.Column);
}
