using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Negotiations.Coding.Tests;

/// <summary>Whatever a file of annotations says, it is read or refused with a place.</summary>
public class MutatedAnnotations
{
    private static readonly int Count = TestSettings.ReadCases(500);

    [Theory]
    [InlineData("quay.ann")]
    [InlineData("quay.tsv")]
    [InlineData("quay.json")]
    [InlineData("notes.json")]
    public void Are_read_or_refused_and_what_is_proposed_stands_in_the_text(string file)
    {
        var (content, mapping) = file switch
        {
            "quay.ann" => (Quay.Brat, Imports.BratMapping),
            "quay.tsv" => (Quay.Tsv, Imports.ActMapping),
            "quay.json" => (Quay.Cas, Imports.ActMapping),
            _ => (Quay.Hypothesis, Imports.TagMapping),
        };
        var places = new WordPlaces(new(Quay.Raw));
        var (read, refused) = (0, 0);
        for (var number = 0; number < Count; number++)
        {
            var bytes = Mutation.Make([content], new Random(TestSettings.SeedCase(number)));
            var watch = Stopwatch.StartNew();
            try
            {
                var draft = Imports.Read(file, Encoding.UTF8.GetString(bytes), mapping, skips: number % 2 == 0);
                read++;
                foreach (var place in draft.Events.SelectMany(ListEvidence))
                    Assert.NotNull(places.Find(place));
                _ = DraftWriter.Write([], draft.Events);
            }
            catch (CodingException exception)
            {
                refused++;
                Assert.All(exception.Errors, error => Assert.NotEmpty(error.Message));
                Assert.All(exception.Errors, error => Assert.Equal(file, error.File));
            }
            catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
            {
                Assert.Fail(
                    $"NEGOTIATIONS_SEED={TestSettings.Seed}, input {number}, "
                        + $"kept in {Mutation.Keep(bytes, number)}: {exception}"
                );
            }

            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"input {number} took {watch.Elapsed}");
        }

        Assert.True(refused > Count / 20, $"only {refused} of {Count} were refused");
        Assert.True(read > Count / 50, $"only {read} of {Count} were read");
    }

    private static IEnumerable<string> ListEvidence(JsonObject @event) =>
        @event["evidence"] switch
        {
            JsonArray list => list.Select(one => one!.ToString()),
            { } one => [one.ToString()],
            _ => [],
        };
}
