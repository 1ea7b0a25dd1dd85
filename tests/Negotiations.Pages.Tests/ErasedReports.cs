using System.Net;
using Npgsql;

namespace Negotiations.Pages.Tests;

/// <summary>
/// A page does not show what was erased, though it was asked for before and stays in memory for a while.
/// </summary>
public sealed class ErasedReports(PagesServer server) : IClassFixture<PagesServer>
{
    [Theory]
    [InlineData("/harbour/fact/2031-04/attendance/odric-fennimoor")]
    public async Task They_are_gone_from_pages_that_were_asked_for_before(string path)
    {
        await using var owner = NpgsqlDataSource.Create(server.OwnersConnection);
        var store = await MartenEventStore.OpenExistingAsync(owner);
        var log = await store.ReadLogAsync(PagesServer.Talks, recordedBy: null);
        var fact = Answer.To(new Question(PagesServer.Talks), log).Facts.Single(fact => path.EndsWith(fact.Key));
        var recorded = log.Find(fact.Because[0])!;
        var summary = ((Report)recorded.Event).Summary;
        var fixedPath = path.Replace("/harbour/", $"/harbour/recorded/{server.Position}/", StringComparison.Ordinal);
        using var before = await server.Http.GetAsync(fixedPath);
        Assert.Contains(summary, WebUtility.HtmlDecode(await before.Content.ReadAsStringAsync()));

        var stream = StreamName.ForArticle(PagesServer.Talks, ((Report)recorded.Event).Article);
        var plan = ErasurePlan.Create(log, recorded);
        await store.EraseAsync(stream, plan.ExpectedVersion, plan.By("the officer", "a request"));

        using var after = await server.Http.GetAsync(fixedPath);
        Assert.DoesNotContain(summary, WebUtility.HtmlDecode(await after.Content.ReadAsStringAsync()));
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
    }
}
