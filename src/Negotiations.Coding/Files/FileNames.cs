namespace Negotiations.Coding;

/// <summary>Compares names of files.</summary>
internal static class FileNames
{
    /// <summary>
    /// Which of some names a file has; its own name, normalised, where it has none of them. Case counts unless the file
    /// system says that it is the same file.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="names">Normalised names, compared without case.</param>
    public static string Match(string path, IReadOnlyDictionary<string, IReadOnlyList<string>> names)
    {
        var own = NameForm.Compose(Path.GetFileName(path));
        if (!names.TryGetValue(own, out var alike) || alike.Contains(own))
            return own;
        var folder = Path.GetDirectoryName(path) ?? "";
        return alike.FirstOrDefault(name =>
            File.Exists(Path.Combine(folder, name))
            && FolderContent.Identify(Path.Combine(folder, name)).Equals(FolderContent.Identify(path))
        ) ?? own;
    }
}
