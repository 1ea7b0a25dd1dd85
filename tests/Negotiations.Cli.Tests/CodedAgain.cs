using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

/// <summary>The seeds, which a second reader coded again.</summary>
public class CodedAgain
{
    [Fact]
    public async Task A_store_with_the_first_coding_knows_what_the_second_says_once_it_has_that_as_corrections()
    {
        await using var corrected = await SampleStore.EmptyAsync();
        await using var anew = await SampleStore.EmptyAsync();
        var seeds = Repository.ResolvePath("seeds");
        await corrected.RunAsync("replay", Repository.ResolvePath("tests", "data", "first-coding"));

        var refused = await corrected.RunAsync("replay", seeds);
        var taken = await corrected.RunAsync("replay", seeds, "--as-corrections", "--reason", "read again");
        await anew.RunAsync("replay", seeds);

        Assert.Equal(1, refused.Code);
        Assert.Equal(0, taken.Code);
        Assert.Equal(await ReadFactsAsync(anew), await ReadFactsAsync(corrected));
    }

    // That they were corrected stays to be seen in the flags.
    private static async Task<string> ReadFactsAsync(SampleStore store)
    {
        var answer = JsonNode.Parse((await store.RunAsync("state", "istanbul", "--format", "json")).Output)!;
        foreach (var fact in answer["facts"]!.AsArray())
            fact!.AsObject().Remove("flags");
        return answer["facts"]!.ToJsonString();
    }
}
