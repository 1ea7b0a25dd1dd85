namespace Negotiations.Store.Tests;

/// <summary>A test that looks into processes as only Linux lets it.</summary>
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "needs Linux";
    }
}
