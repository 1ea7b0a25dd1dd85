namespace Negotiations.Formats;

/// <summary>A scheme of codes for political events.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Version">Which version of it.</param>
public sealed record EventScheme(string Name, string Version)
{
    /// <summary>Conflict and Mediation Event Observations, P. A. Schrodt, version 1.1b3 of March 2012.</summary>
    public static EventScheme Cameo { get; } = new("CAMEO", "1.1b3");

    /// <summary>
    /// Political Language Ontology for Verifiable Event Records, its events, modes and contexts as published with the
    /// POLECAT data set in 2023.
    /// </summary>
    public static EventScheme Plover { get; } = new("PLOVER", "2023");
}
