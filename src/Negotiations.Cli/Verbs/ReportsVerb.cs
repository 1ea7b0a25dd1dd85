namespace Negotiations.Cli.Verbs;
internal static class ReportsVerb { public static Verb Create() => new("reports", "x"); }
