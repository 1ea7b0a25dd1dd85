namespace Negotiations.Cli.Verbs;
internal static class HistoryVerb { public static Verb Create() => new("history", "x"); }
