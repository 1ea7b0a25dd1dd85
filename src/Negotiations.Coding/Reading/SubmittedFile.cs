namespace Negotiations.Coding;

/// <summary>A coded file as somebody hands it in.</summary>
/// <param name="File">Its name, by which errors name it.</param>
/// <param name="Text">What it says: YAML, or JSON.</param>
public sealed record SubmittedFile(string File, string Text)
{
    /// <summary>The name: what stands in a file is for no log.</summary>
    public override string ToString() => File;
}
