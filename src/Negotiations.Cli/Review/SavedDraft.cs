using System.Text;
using Negotiations.Coding;

namespace Negotiations.Cli.Review;

/// <summary>A draft on the disk, which somebody else may change while it is reviewed.</summary>
/// <param name="path">Its file.</param>
/// <param name="text">What it said when it was read.</param>
internal sealed class SavedDraft(string path, string text)
{
    private string last = text;

    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="ConflictException">Somebody else has changed it since; that stays as it is.</exception>
    public async Task WriteAsync(string changed)
    {
        if (!File.Exists(path) || DraftFile.Read(path).Text != last)
            throw new ConflictException(
                $"somebody else has changed {path} since it was read: the last step is not saved, the ones before are; "
                    + "run 'negotiations review' again, it goes on from there"
            );
        await AtomicFile.WriteAsync(path, stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes(changed));
            return true;
        });
        last = changed;
    }
}
