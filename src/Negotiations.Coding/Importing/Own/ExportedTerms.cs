namespace Negotiations.Coding;

/// <summary>The names by which this program knows its own annotations in the files of others.</summary>
public static class ExportedTerms
{
    /// <summary>The namespace of the terms of this program (docs/exports.md lists them).</summary>
    public const string Namespace = "urn:negotiations:terms:";

    /// <summary>The member of an annotation collection with the head of the coded file of each version.</summary>
    public const string Versions = "versions";

    /// <summary>The layer of reports in a CAS, as INCEpTION names layers that its users make.</summary>
    public const string ReportLayer = "webanno.custom.NegotiationReport";

    /// <summary>The layer of further evidence of a report in a CAS.</summary>
    public const string EvidenceLayer = "webanno.custom.NegotiationEvidence";

    /// <summary>What a CAS says of the version of the article.</summary>
    public const string ArticleLayer = "webanno.custom.NegotiationArticle";

    /// <summary>The feature that points from further evidence to its report.</summary>
    public const string ReportFeature = "report";

    /// <summary>What stands before the name of a detail in a feature.</summary>
    public const string DetailPrefix = "detail_";
}
