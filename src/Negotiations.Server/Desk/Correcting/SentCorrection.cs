using System.Security.Cryptography;
using System.Text;

namespace Negotiations.Server.Desk;

/// <summary>A correction as somebody has filled it in.</summary>
/// <param name="What">What is to be done: <c>change</c>, <c>retract</c> or <c>undo</c>.</param>
/// <param name="By">Who erred: <c>coder</c> or <c>publisher</c>.</param>
/// <param name="Texts">The fields of the report as they are to be.</param>
public sealed record SentCorrection(string What, string By, IReadOnlyDictionary<string, string> Texts)
{
    // What a report has that says nothing else; the form shows it as the usual choice.
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["certainty"] = "4",
        ["modality"] = "asserted",
        ["lookingBack"] = "false",
        ["ended"] = "false",
    };

    private static readonly string[] Fields =
    [
        "what",
        "by",
        "reason",
        "noticePublished",
        "noticeReference",
        "published",
        "basis",
        "earliest",
        "latest",
    ];

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>For a publisher's, when the notice came out.</summary>
    public string? NoticePublished { get; init; }

    /// <summary>For a publisher's, where it can be found.</summary>
    public string? NoticeReference { get; init; }

    /// <summary>The fields that are changed.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>The fields of the report as whoever filled it in had them before them.</summary>
    public IReadOnlyDictionary<string, string> Before { get; init; } = new Dictionary<string, string>();

    /// <summary>The new time of publication of a version.</summary>
    public PublicationFields Publication { get; init; } = new(null, null, null, null);

    /// <summary>What is wrong with it, each at its field.</summary>
    public IReadOnlyList<(string Field, string Message)> Errors { get; init; } = [];

    /// <summary>Stands for all that was filled in: what is recorded is what was shown.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Reads what was sent.</summary>
    /// <param name="form">The form.</param>
    /// <param name="seen">The log that whoever filled it in had before them.</param>
    /// <param name="named">The event that is corrected.</param>
    internal static SentCorrection Read(DeskForm form, NegotiationLog seen, string named)
    {
        var texts = ChainRows.Collect(form.ReadReport(), seen.Definition!);
        var sent = new SentCorrection(
            form["what"] is { Length: > 0 } what ? what : "change",
            form["by"] == "publisher" ? "publisher" : "coder",
            texts
        )
        {
            Reason = form.Find("reason"),
            NoticePublished = form.Find("noticePublished"),
            NoticeReference = form.Find("noticeReference"),
            Publication = new(form.Find("published"), form.Find("basis"), form.Find("earliest"), form.Find("latest")),
            Hash = CreateHash(
                string.Join('\n', Fields.Select(field => $"{field}\n{form[field]}"))
                    + string.Join('\n', texts.OrderBy(text => text.Key, StringComparer.Ordinal))
            ),
        };
        var errors = new List<(string Field, string Message)>();
        if (sent.Reason is null)
            errors.Add(("reason", "say why: it stays in the record for ever"));
        if (sent is { By: "publisher", NoticePublished: null })
            errors.Add(("noticePublished", "say when the notice of the publisher came out"));
        if (sent is { By: "publisher", NoticeReference: null })
            errors.Add(("noticeReference", "say where the notice can be found: an address, or a page"));
        var target = EventFinder.Find(named, seen.Events);
        if (target.Event is Report { Erased: false })
            sent = sent with { Before = Show(seen, target) };
        if (sent.What == "change" && target.Event is Report { Erased: false })
            sent = sent with { Changes = ListChanges(target, sent.Before, texts, errors) };
        return sent with { Errors = errors };
    }

    private static string CreateHash(string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    /// <summary>The correction, as the command line would be given it.</summary>
    public CorrectionRequest Write(string? who) =>
        new()
        {
            By = By,
            Reason = Reason!,
            Who = who,
            NoticePublished = By == "publisher" ? NoticePublished : null,
            NoticeReference = By == "publisher" ? NoticeReference : null,
            Retract = What == "retract",
            Undo = What == "undo",
            Changes = What == "change" ? Changes : [],
            Published = What == "change" ? Publication.Published : null,
            Basis = What == "change" ? Publication.Basis : null,
            Earliest = What == "change" ? Publication.Earliest : null,
            Latest = What == "change" ? Publication.Latest : null,
        };

    /// <summary>The field of the form at which an error is shown; empty where it is of the whole.</summary>
    public string FindField(string? field)
    {
        if (field is null)
            return "";
        var name = field.Split(['[', '.'])[^1];
        var parts = field.Split('.', '[');
        if (parts[0] == "notice")
            return parts is [_, "reference", ..] ? "noticeReference" : "noticePublished";
        if (parts[0] == "published")
            return parts is [_, var part, ..] && part is "basis" or "earliest" or "latest" ? part : "published";
        var inner = CorrectionFields.FieldKinds.Contains(parts[0]) && parts.Length > 1 ? parts[1] : parts[0];
        return Texts.ContainsKey(inner) ? inner
            : Texts.ContainsKey($"details.{inner}") ? $"details.{inner}"
            : Fields.Contains(name) ? name
            : "";
    }

    /// <summary>The fields of a report as the form shows them: the usual value as none.</summary>
    public static IReadOnlyDictionary<string, string> Show(NegotiationLog log, RecordedEvent target) =>
        StoredReportForm
            .Read(log, target)
            .Where(text => Usual.GetValueOrDefault(text.Key) != text.Value)
            .ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    private static List<FieldChange> ListChanges(
        RecordedEvent target,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> texts,
        List<(string Field, string Message)> errors
    )
    {
        var changes = new List<FieldChange>();
        foreach (var field in ReportForm.ListFields(target.Event.GetType().Name).Where(field => field.Name != "type"))
        {
            if (
                !texts.TryGetValue(field.Name, out var text)
                || ReportForm.AreSame(field, text, before.GetValueOrDefault(field.Name, ""))
            )
                continue;
            try
            {
                var typed = string.IsNullOrWhiteSpace(text) ? Usual.GetValueOrDefault(field.Name, "") : text;
                var (group, name) = ReportForm.FindGroup(field.Name);
                changes.Add(new(group, name, ReportForm.WriteValue(field, typed)));
            }
            catch (FormatException exception)
            {
                errors.Add((field.Name, $"what you typed {exception.Message}"));
            }
        }

        if (changes.Count == 0 && errors.Count == 0)
            errors.Add(("", "nothing is changed: change a field, or choose to retract the report"));
        return changes;
    }
}

/// <summary>A new time of publication, as somebody has filled it in.</summary>
public sealed record PublicationFields(string? Published, string? Basis, string? Earliest, string? Latest);
