namespace Negotiations.Formats;

/// <summary>A record of PROV-JSON: an element or a relation.</summary>
/// <param name="Id">Its identifier, unique in its section.</param>
/// <param name="Attributes">Its attributes; those without a value are left out.</param>
public sealed record ProvRecord(string Id, params (string Name, ProvValue? Value)[] Attributes);
