namespace Negotiations.Coding.Tests;

/// <summary>Edits of sample files.</summary>
public static class Edit
{
    /// <summary>Replaces the first occurrence of a text, which must be there.</summary>
    public static string With(this string file, string find, string replacement)
    {
        var at = file.IndexOf(find, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the sample does not contain: {find}");
        return string.Concat(file.AsSpan(0, at), replacement, file.AsSpan(at + find.Length));
    }

    /// <summary>The number of the first line that contains a text, counted from 1.</summary>
    public static int FindLine(this string file, string text)
    {
        var at = file.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the file does not contain: {text}");
        return file.AsSpan(0, at).Count('\n') + 1;
    }
}
