using System.Text.Json.Nodes;

namespace Negotiations.Coding.Tests;

/// <summary>Writes what a store holds as coded files, and replays these into other stores.</summary>
public static class Written
{
    /// <summary>A store with the files in one folder.</summary>
    public static async Task<InMemoryEventStore> ReplayedAsync(IEnumerable<WrittenFile> files)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in files)
            folder.Write(file.File, file.Text);
        var store = new InMemoryEventStore();
        Assert.Empty((await Replay.RunAsync(store, [folder.Path])).Differences);
        return store;
    }

    /// <summary>A store with the files one by one.</summary>
    public static async Task<InMemoryEventStore> ReplayedInStepsAsync(IEnumerable<WrittenFile> files)
    {
        using var folder = new TemporaryFolder();
        var store = new InMemoryEventStore();
        foreach (var file in files)
            Assert.Empty((await Replay.RunAsync(store, [folder.Write(file.File, file.Text)])).Differences);
        return store;
    }

    /// <summary>
    /// Asserts that stores have the same events, each with its stream and content, in whatever order.
    /// </summary>
    public static void SameEvents(InMemoryEventStore expected, InMemoryEventStore actual)
    {
        Assert.NotEmpty(expected.Log);
        Assert.Equal(
            expected.Log.Select(recorded => recorded.Id).Order(),
            actual.Log.Select(recorded => recorded.Id).Order()
        );
        var byId = actual.Log.ToDictionary(recorded => recorded.Id);
        Assert.All(expected.Log, recorded => Same(recorded, byId[recorded.Id]));
    }

    /// <summary>Asserts that stores have the same events at the same positions.</summary>
    public static void SameLog(InMemoryEventStore expected, InMemoryEventStore actual)
    {
        Assert.Equal(expected.Log.Select(recorded => recorded.Id), actual.Log.Select(recorded => recorded.Id));
        SameEvents(expected, actual);
    }

    private static void Same(RecordedEvent expected, RecordedEvent actual)
    {
        var (one, other) = (EventJson.Write(expected.Event), EventJson.Write(actual.Event));
        Assert.Equal(expected.Stream, actual.Stream);
        Assert.True(
            expected.Event.GetType() == actual.Event.GetType()
                && JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other)),
            $"was  {one}\nis   {other}"
        );
    }
}
