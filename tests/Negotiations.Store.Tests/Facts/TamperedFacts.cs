using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>What somebody changes in the facts that are kept ready is found, with the answers that it
/// changes.</summary>
public sealed class TamperedFacts : StoreTest
{
    [Theory]
    [InlineData(
        "update negotiations_fact_revisions set fact = null where position = (select max(position) from "
            + "negotiations_fact_revisions where fact is not null)"
    )]
    [InlineData(
        "update negotiations_fact_revisions set known_until = known_until - 1 where position = (select "
            + "max(position) from negotiations_fact_revisions)"
    )]
    [InlineData(
        "update negotiations_fact_revisions set happened_last = happened_last - 1 where position = "
            + "(select max(position) from negotiations_fact_revisions)"
    )]
    [InlineData(
        "delete from negotiations_fact_revisions where position = (select max(position) from "
            + "negotiations_fact_revisions)"
    )]
    [InlineData(
        "insert into negotiations_fact_revisions select build, round, stretch, position + 1, key, "
            + "known_from, known_until, happened_from, happened_last, fact from negotiations_fact_revisions "
            + "limit 1"
    )]
    [InlineData("update negotiations_fact_pages set facts = earlier, earlier = decode('00', 'hex')")]
    [InlineData(
        "update negotiations_fact_tallies set reports = reports + 1 where position = (select "
            + "max(position) from negotiations_fact_tallies)"
    )]
    [InlineData("update negotiations_fact_counts set articles = articles + 1 where width = 48")]
    [InlineData(
        "delete from negotiations_fact_stretches where round = (select min(round) from negotiations_fact_stretches)"
    )]
    [InlineData("update negotiations_fact_stretches set position = position + 1")]
    [InlineData("update negotiations_fact_revisions set stretch = 5")]
    [InlineData("update negotiations_fact_revisions set round = 'another'")]
    [InlineData(
        "delete from negotiations_fact_pages where round = (select min(round) from negotiations_fact_pages)"
    )]
    [InlineData("delete from negotiations_fact_counts where width = 43")]
    [InlineData(
        "delete from negotiations_fact_sources where position = (select max(position) from negotiations_fact_sources)"
    )]
    [InlineData("insert into negotiations_fact_orders select build, 'a', 'b' from negotiations_fact_builds b (build)")]
    [InlineData("update negotiations_fact_builds set position = position + 1000")]
    [InlineData(
        "delete from negotiations_fact_claims where position = (select max(position) from "
            + "negotiations_fact_claims)"
    )]
    public async Task Is_found_by_the_check(string sql)
    {
        await RecordedHistory.AppendAsync(Store, Trials.At(1).History);
        await Store.KeepFactsAsync(History.Negotiation);
        Assert.Empty((await Store.CheckFactsAsync(History.Negotiation))!);

        await Database.ExecuteAsync(sql);

        Assert.NotEmpty((await Store.CheckFactsAsync(History.Negotiation))!);
        Assert.NotEmpty((await StoreVerification.VerifyAsync(Store, History.Negotiation)).Faults);
        var checks = await new RecordChecks(Store) { Chain = true }.RunAsync(null, CancellationToken.None);
        Assert.Equal(RecordStatus.Failed, checks.Single(check => check.Name == "facts").Status);
    }

    [Fact]
    public async Task Is_told_with_the_answers_that_it_would_have_changed()
    {
        await RecordedHistory.AppendAsync(Store, Trials.At(1).History);
        await Store.KeepFactsAsync(History.Negotiation);
        await Database.ExecuteAsync(
            "update negotiations_fact_revisions set fact = null "
                + "where position = (select max(position) from negotiations_fact_revisions where fact is not null)"
        );

        var fault = (await Store.CheckFactsAsync(History.Negotiation))![0];

        Assert.Contains("that it is gone", $"{fault}", StringComparison.Ordinal);
        Assert.Contains(
            $"recorded by position {fault.Position} or later, known ",
            $"{fault}",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Is_gone_once_the_facts_are_made_anew()
    {
        await RecordedHistory.AppendAsync(Store, Trials.At(1).History);
        await Store.KeepFactsAsync(History.Negotiation);
        await Database.ExecuteAsync("delete from negotiations_fact_revisions");

        await Store.RebuildFactsAsync();

        Assert.Empty((await Store.CheckFactsAsync(History.Negotiation))!);
    }
}
