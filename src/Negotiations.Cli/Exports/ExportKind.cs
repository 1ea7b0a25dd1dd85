namespace Negotiations.Cli.Exports;

/// <summary>What is exported, and in which form.</summary>
internal enum ExportKind
{
    /// <summary>The reports, as Web Annotations.</summary>
    Annotations,

    /// <summary>Where the facts come from, as PROV-JSON.</summary>
    Prov,

    /// <summary>The acts, coded in CAMEO and PLOVER, as CSV.</summary>
    Events,

    /// <summary>The reports, as CSV.</summary>
    Reports,

    /// <summary>The facts, as CSV.</summary>
    Facts,

    /// <summary>The log, as CloudEvents, one on each line.</summary>
    CloudEvents,

    /// <summary>
    /// The log, as coded files in a folder: one for the negotiation, one for each version of an article.
    /// </summary>
    Coded,

    /// <summary>The log, as coded files in a folder, one for each step in which it was taken in.</summary>
    Steps,

    /// <summary>The reports, as a UIMA CAS in JSON for each version of an article, in a folder.</summary>
    Cas,
}
