namespace Negotiations.Cli.Verbs;
internal static class DemoVerb { public static Verb Create() => new("demo", "x"); }
