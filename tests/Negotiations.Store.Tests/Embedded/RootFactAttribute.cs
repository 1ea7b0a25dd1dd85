namespace Negotiations.Store.Tests;

/// <summary>A test of what happens when root runs the program.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Skip = "needs root on Linux";
    }
}
