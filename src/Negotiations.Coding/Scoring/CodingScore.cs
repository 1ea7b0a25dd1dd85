namespace Negotiations.Coding;

/// <summary>How well one coding of articles fits another, which is taken for right.</summary>
/// <remarks>Precision, recall and F1 are shares from 0 to 1; null where there is nothing of which to take a
/// share.</remarks>
public sealed record CodingScore
{
    /// <summary>The articles that both have, in order.</summary>
    public required IReadOnlyList<string> Articles { get; init; }

    /// <summary>Articles that only one of them has; they are not measured.</summary>
    public required IReadOnlyList<string> NotInBoth { get; init; }

    /// <summary>Every report of both, once.</summary>
    public required IReadOnlyList<ReportPair> Pairs { get; init; }

    /// <summary>By type, in the order of their names.</summary>
    public required IReadOnlyList<FoundShare> Types { get; init; }

    /// <summary>All types together.</summary>
    public required FoundShare Total { get; init; }

    /// <summary>The mean of the types' F1, each of which counts the same.</summary>
    public required double? MacroF1 { get; init; }

    /// <summary>By field, of the pairs that have the same type.</summary>
    public required IReadOnlyList<FieldShare> Fields { get; init; }

    /// <summary>The mean overlap of the evidence of these pairs, from 0 to 1.</summary>
    public required double? MeanOverlap { get; init; }

    /// <summary>The share of them whose evidence is exactly the same.</summary>
    public required double? ExactSpans { get; init; }

    /// <summary>How far both agree beyond chance.</summary>
    public required IReadOnlyList<Agreement> Agreements { get; init; }

    /// <summary>How often one type stands where the other coding has another, or none; most often first.</summary>
    public required IReadOnlyList<ConfusedTypes> Confusions { get; init; }
}

/// <summary>How many of the reports of a kind were found.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Gold">How many there are.</param>
/// <param name="Coded">How many the measured coding has.</param>
/// <param name="Matched">How many of these are right.</param>
public sealed record FoundShare(string Name, int Gold, int Coded, int Matched)
{
    /// <summary>The share of what is coded that is right.</summary>
    public double? Precision => Coded == 0 ? null : (double)Matched / Coded;

    /// <summary>The share of what is there that is coded.</summary>
    public double? Recall => Gold == 0 ? null : (double)Matched / Gold;

    /// <summary>The harmonic mean of precision and recall.</summary>
    public double? F1 => Gold + Coded == 0 ? null : 2.0 * Matched / (Gold + Coded);
}

/// <summary>How often two codings have the same in a field.</summary>
/// <param name="Name">The field.</param>
/// <param name="Compared">The pairs of which at least one has something in it.</param>
/// <param name="Same">Those of them that have the same.</param>
public sealed record FieldShare(string Name, int Compared, int Same)
{
    /// <summary>The share that has the same.</summary>
    public double? Share => Compared == 0 ? null : (double)Same / Compared;
}

/// <summary>Two types that stand at one place.</summary>
/// <param name="Gold">The type that is right, or <see cref="ReportPair.Nothing"/>.</param>
/// <param name="Coded">The type that is coded, or <see cref="ReportPair.Nothing"/>.</param>
/// <param name="Count">How often.</param>
public sealed record ConfusedTypes(string Gold, string Coded, int Count);
