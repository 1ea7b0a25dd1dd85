namespace Negotiations.Coding;

/// <summary>The tools whose annotations are read.</summary>
public enum AnnotationFormat
{
    /// <summary>brat standoff: an <c>.ann</c> file beside the text.</summary>
    Brat,

    /// <summary>WebAnno TSV 3, as INCEpTION writes it.</summary>
    WebAnnoTsv,

    /// <summary>UIMA CAS JSON, as INCEpTION writes it.</summary>
    Cas,

    /// <summary>W3C Web Annotation, or what hypothes.is exports.</summary>
    WebAnnotation,
}

/// <summary>A file of annotations, whatever tool wrote it.</summary>
/// <param name="Format">The tool.</param>
/// <param name="Annotations">The annotations, in the order of the file.</param>
internal sealed record AnnotatedFile(AnnotationFormat Format, IReadOnlyList<SourceAnnotation> Annotations)
{
    /// <summary>The text, where it is at hand.</summary>
    public NormalisedText? Text { get; init; }

    /// <summary>The head of the coded file, where this program wrote the annotations.</summary>
    public System.Text.Json.Nodes.JsonObject? Head { get; init; }

    /// <summary>What is no annotation of the text, with how often it is there.</summary>
    public IReadOnlyList<LeftOutAnnotations> LeftOut { get; init; } = [];
}

/// <summary>Annotations that are not imported.</summary>
/// <param name="Label">Their label, layer or tag.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOutAnnotations(string Label, int Count, string Reason);

/// <summary>An annotation, as a reader builds it up.</summary>
/// <param name="name">What the file calls it, such as <c>T3</c>.</param>
/// <param name="place">Where it stands in the file.</param>
/// <param name="path">The field in which it stands; empty in a file of lines.</param>
internal sealed class SourceAnnotation(string name, FieldPlace place, string path = "")
{
    public string Name => name;

    public FieldPlace Place => place;

    public string Field => path;

    /// <summary>Its label, its layer or its tags.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Where it stands in the normalised text, in code points.</summary>
    public List<(int Start, int End)> Spans { get; } = [];

    /// <summary>The same with hashes, where the file gives these and the text is not at hand.</summary>
    public List<TextSpan> GivenSpans { get; } = [];

    /// <summary>Its features, attributes, roles and relations.</summary>
    public List<SourceFeature> Features { get; } = [];

    /// <summary>Why it has no place in the text; null where it has one.</summary>
    public string? Unplaced { get; set; }

    /// <summary>The event, where this program wrote the annotation: its fields as a coded file has them.</summary>
    public System.Text.Json.Nodes.JsonObject? Event { get; set; }

    /// <summary>Whether something else of the file says what it is: the trigger of an event.</summary>
    public bool IsPart { get; set; }

    public void Add(string feature, string? text) => Features.Add(new(feature, text ?? "", null));

    public void Add(string feature, SourceAnnotation target) => Features.Add(new(feature, "", target));
}

/// <summary>A feature of an annotation: a text, or another annotation.</summary>
/// <param name="Name">Its name; of a relation to this annotation, with <c>^</c> before it.</param>
/// <param name="Text">The text; empty where it is another annotation.</param>
/// <param name="Target">The other annotation.</param>
internal sealed record SourceFeature(string Name, string Text, SourceAnnotation? Target);
