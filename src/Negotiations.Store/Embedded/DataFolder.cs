namespace Negotiations.Store;

/// <summary>Where the program keeps its data when nobody says otherwise.</summary>
public static class DataFolder
{
    /// <summary>The variable of the environment that names another folder.</summary>
    public const string Variable = "NEGOTIATIONS_HOME";

    /// <summary>
    /// The folder: the one in <see cref="Variable"/>, else one of the user's own; it may not exist yet.
    /// </summary>
    /// <exception cref="ClusterException">The user has no folder for data.</exception>
    public static string Default
    {
        get
        {
            if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
                return Path.GetFullPath(given);
            // The server refuses to run as root, and root's own folders are closed to everybody else.
            if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
                return "/var/lib/negotiations";
            var own = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.DoNotVerify
            );
            return own.Length > 0
                ? Path.Combine(own, "negotiations")
                : throw new ClusterException($"this user has no folder for data: set {Variable} to one, or HOME");
        }
    }
}
