namespace Negotiations.Server;

/// <summary>Take in a version of an article with all its reports, as <c>replay</c> does.</summary>
/// <param name="Coded">The coded file, as it is handed in.</param>
/// <param name="Edits">How edits of a coding that is in the store are taken in; null: they are refused.</param>
public sealed record RecordArticle(CodedText Coded, EditsAsCorrections? Edits = null);
