using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Negotiations.Coding;

/// <summary>
/// A correction as somebody writes it in one command: the fields that it would have in a coded file, as texts.
/// </summary>
public sealed record CorrectionRequest
{
    /// <summary>Who erred: <c>coder</c> or <c>publisher</c>.</summary>
    public required string By { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who made it.</summary>
    public string? Who { get; init; }

    /// <summary>Identifier of the correction; null for the next that is free.</summary>
    public string? Id { get; init; }

    /// <summary>Identifier of the correction on which it builds.</summary>
    public string? On { get; init; }

    /// <summary>For a publisher's, when the notice came out.</summary>
    public string? NoticePublished { get; init; }

    /// <summary>For a publisher's, where the notice can be found.</summary>
    public string? NoticeReference { get; init; }

    /// <summary>Whether the report is withdrawn.</summary>
    public bool Retract { get; init; }

    /// <summary>Whether the correction that is named is taken back.</summary>
    public bool Undo { get; init; }

    /// <summary>The new time of publication of a version, or of a notice.</summary>
    public string? Published { get; init; }

    /// <summary>Whether the source states the new time, or it is assumed: <c>stated</c> or <c>assumed</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>The earliest time of publication that is possible.</summary>
    public string? Earliest { get; init; }

    /// <summary>The latest time of publication that is possible.</summary>
    public string? Latest { get; init; }

    /// <summary>The other article of one text.</summary>
    public string? Link { get; init; }

    /// <summary>New values of fields.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>Nothing of what is written: that is for no log.</summary>
    public override string ToString() => "a written correction";

    /// <summary>What the correction would come to.</summary>
    /// <param name="log">Everything that is recorded of the negotiation.</param>
    /// <param name="target">What is corrected (see <see cref="EventLookup"/>).</param>
    /// <param name="event">How that was named.</param>
    /// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
    /// <exception cref="CodingException">It is not well-formed, or the event is none that is corrected.</exception>
    public CorrectionPlan Plan(NegotiationLog log, RecordedEvent target, string @event, ArticleTextFolder? texts = null)
    {
        var problem = target.Event switch
        {
            NegotiationDefined => $"'{@event}' is the file of a negotiation: edit it and replay it",
            { Erased: true } =>
                $"'{@event}' was {target.Erasure?.ToString() ?? "erased"}; there is nothing left to correct",
            PayloadErased => $"'{@event}' says that another event was erased: that stays",
            _ => null,
        };
        if (problem is not null)
            throw new CodingException([new("", 0, "", problem)]);
        var written = On is null ? this : this with { On = ResolveId(On, target, log) };
        return CorrectionPlan.Create(log, written.Read(log, target, texts));
    }

    // A correction builds on one of the same article: its identifier alone says which.
    private static string ResolveId(string on, RecordedEvent target, NegotiationLog log)
    {
        var ofArticle = log.FindStream(target.Stream)
            .Events.Where(recorded => recorded.Event is Correction { Erased: false })
            .ToList();
        return ofArticle.FirstOrDefault(recorded => ((Correction)recorded.Event).Id == on)?.Event is Correction named
            ? named.Id
            : ((Correction)EventFinder.Find(on, ofArticle).Event).Id;
    }

    /// <summary>The correction, by the same rules as in a coded file.</summary>
    /// <param name="log">Everything recorded of the negotiation.</param>
    /// <param name="target">The event that is corrected: a report, a version or a correction.</param>
    /// <param name="texts">The texts of the articles, or null: then spans are not checked against them.</param>
    /// <exception cref="CodingException">It is not well-formed; everything that was found is listed.</exception>
    public Correction Read(NegotiationLog log, RecordedEvent target, ArticleTextFolder? texts = null)
    {
        var errors = new List<CodingError>();
        var article = StoredCoding.Read(log, target);
        var fields = new YamlFields("", "", Write(target, log, errors), errors);
        var correction = CorrectionReader.Read(
            fields,
            article,
            article.Corrections,
            new FileContext(new NameResolver(log.Definition!), article.Version)
        );
        if (errors.Count == 0 && texts is not null)
            CheckTexts(texts, article.Version, correction!, errors);
        return errors.Count == 0 ? correction! : throw new CodingException(errors);
    }

    private static void CheckTexts(
        ArticleTextFolder texts,
        ArticleVersionPublished version,
        Correction correction,
        List<CodingError> errors
    )
    {
        if (ArticleTextFolder.HasSpans(correction, version) && texts.FindExact(version) is null)
            errors.Add(
                new(
                    "",
                    0,
                    "",
                    $"the folder does not hold the text of {EventReference.Format(version)}, so the "
                        + "spans cannot be checked; without the folder they are taken as they are"
                )
            );
        errors.AddRange(
            texts.Check(version, correction).Select(problem => new CodingError("", 0, problem.Field, problem.Message))
        );
    }

    private YamlMappingNode Write(RecordedEvent target, NegotiationLog log, List<CodingError> errors)
    {
        var node = new YamlMappingNode();
        var publications = new PublicationText(log, errors);
        Add("id", Text(Id ?? FreeCorrectionId.Find(target, log.Timeline.Corrections)));
        Add("by", Text(By));
        Add("reason", Text(Reason));
        Add("who", Text(Who));
        Add("on", Text(On));
        if (target.Event is Report report)
            Add("report", Text(report.Id));
        if (target.Event is Correction corrected)
            Add("correction", Text(corrected.Id));
        if (NoticePublished is not null || NoticeReference is not null)
            Add(
                "notice",
                Mapping(
                    (
                        "published",
                        Publication(NoticePublished, "notice.published", text =>
                            publications.Stated(text, "notice.published")
                        )
                    ),
                    ("reference", Text(NoticeReference))
                )
            );
        if (Retract)
            Add("retract", Text("true"));
        if (Undo)
            Add("undo", Text("true"));
        Add(
            "published",
            Publication(Published, "published", _ =>
                publications.Moved(this, CorrectedPublication.Find(log, target.Id))
            )
        );
        Add("link", Text(Link));
        foreach (var group in Changes.GroupBy(change => change.Group))
        {
            foreach (var twice in group.GroupBy(change => change.Field).Where(field => field.Count() > 1))
                errors.Add(new("", 0, $"{group.Key}.{twice.Key}", "is given twice"));
            Add(
                group.Key,
                Mapping([
                    .. group
                        .DistinctBy(change => change.Field)
                        .Select(change =>
                            (change.Field, (YamlNode?)Value(change.Value, $"{group.Key}.{change.Field}"))
                        ),
                ])
            );
        }

        return node;

        void Add(string name, YamlNode? value)
        {
            if (value is not null)
                node.Add(name, value);
        }

        YamlNode? Publication(string? text, string field, Func<string, YamlNode> write) =>
            text is null ? null
            : Value(text, field) is YamlMappingNode whole ? whole
            : write(text);

        YamlNode Value(string text, string field)
        {
            try
            {
                return FieldText.Read(text);
            }
            catch (FormatException exception)
            {
                errors.Add(new("", 0, field, exception.Message));
                return new YamlScalarNode("");
            }
        }
    }

    private static YamlMappingNode Mapping(params IReadOnlyList<(string Name, YamlNode? Value)> fields)
    {
        var node = new YamlMappingNode();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
                node.Add(name, value);
        }

        return node;
    }

    private static YamlScalarNode? Text(string? text) =>
        text is null ? null : new(text) { Style = ScalarStyle.DoubleQuoted };
}
