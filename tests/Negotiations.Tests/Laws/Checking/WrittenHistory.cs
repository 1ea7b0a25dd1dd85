using System.Text.Json.Nodes;
using Negotiations.Coding;
using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>Reads and replays coded files that were written from a history.</summary>
internal static class WrittenHistory
{
    /// <summary>Replays files as one folder; why they are refused, or null.</summary>
    public static Task<string?> ReplayAsync(IEventStore store, IEnumerable<WrittenFile> files) =>
        InFolderAsync(files, async folder =>
        {
            try
            {
                Assert.Empty((await Replay.RunAsync(store, [folder])).Differences);
                return null;
            }
            catch (CodingException refused)
            {
                return string.Join(
                    '\n',
                    refused.Errors.Select(error => $"{Path.GetFileName(error.File)}: {error.Message}")
                );
            }
        });

    /// <summary>The events of the articles that files bring in.</summary>
    public static async Task<IEnumerable<RecordedEvent>> ReadAsync(IEnumerable<WrittenFile> files)
    {
        var batch = await InFolderAsync(files, folder =>
            CodedFiles.ReadAsync(CodedFiles.Find([folder]), _ => Task.FromResult<NegotiationDefined?>(null))
        );
        return batch
            .Articles.SelectMany(file =>
                ArticleIntake.Decide(new(0, []), file.Article).Append.Select(added => (file.Article.Stream, added))
            )
            .Select(one => new RecordedEvent(0, default(Instant), one.added.Id, one.Stream, 0, one.added.Event));
    }

    /// <summary>Asserts that events are the same, in their order.</summary>
    public static void Same(IEnumerable<RecordedEvent> expected, IEnumerable<RecordedEvent> actual, string what)
    {
        Assert.Equal(
            expected.Select(recorded => $"{what}: {recorded.Id}"),
            actual.Select(recorded => $"{what}: {recorded.Id}")
        );
        foreach (var (one, other) in expected.Zip(actual))
        {
            var (was, read) = (EventJson.Write(one.Event), EventJson.Write(other.Event));
            Assert.True(
                one.Stream == other.Stream && JsonNode.DeepEquals(JsonNode.Parse(was), JsonNode.Parse(read)),
                $"{what}:\nwas {was}\nis  {read}"
            );
        }
    }

    private static async Task<T> InFolderAsync<T>(IEnumerable<WrittenFile> files, Func<string, Task<T>> use)
    {
        var folder = Directory.CreateTempSubdirectory("histories-");
        try
        {
            foreach (var file in files)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, file.File), file.Text);
            return await use(folder.FullName);
        }
        catch (CodingException exception)
        {
            throw new Xunit.Sdk.XunitException(
                $"NEGOTIATIONS_SEED={Trials.Seed}: {string.Join('\n', exception.Errors)}"
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
