using Negotiations.Tests.Laws;

namespace Negotiations.Store.Tests;

/// <summary>Tests on what is kept ready of a random history.</summary>
public abstract class KeptFactsTest : StoreTest
{
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    protected static Question Now => new(History.Negotiation);

    /// <summary>Keeps facts as the store does, a few events at a time.</summary>
    internal async Task<FactKeeping> KeepAsync(int eventsAtOnce = 5) =>
        new(
            await StoreConnections.CreateAsync(Database.DataSource, progress: null, CancellationToken.None),
            eventsAtOnce
        );

    /// <summary>The facts that are kept are those of the fold.</summary>
    protected async Task AssertSameAsync(Question question)
    {
        var folded = Answer.To(question, await Store.ReadLogAsync(question.Negotiation, question.RecordedBy)).Facts;
        var kept = (await Store.FindKeptAsync(question))!.Facts;
        Assert.Equal(folded.Select(fact => fact.Key), kept.Select(fact => fact.Key));
        Assert.All(folded.Zip(kept), pair => Assert.True(pair.First.IsSameAs(pair.Second), pair.First.Key));
    }

    /// <summary>The builds of a negotiation, the one that was begun first first.</summary>
    internal Task<string> BuildsAsync(string negotiation = History.Negotiation) =>
        Database.QueryAsync<string>(
            $"""
            select coalesce(string_agg(case when is_ready then 'ready' when rules = 0 then 'given up' else 'begun' end
                     || ' to ' || position, ', ' order by id), '')
              from negotiations_fact_builds where negotiation = '{negotiation}'
            """
        );

    /// <summary>What is kept, but for the numbers of the builds.</summary>
    protected Task<string> ContentAsync() =>
        Database.QueryAsync<string>(
            $"""
            select concat_ws(E'\n', {string.Join(", ", FactTables.Parts.Select(table =>
                $"(select string_agg((to_jsonb(f) - 'build')::text, ' ' order by (to_jsonb(f) - 'build')::text) "
                    + $"from {table} f)"))})
            """
        );

    /// <summary>How many rows there are of builds that are gone.</summary>
    protected Task<long> CountLeftAsync() =>
        Database.QueryAsync<long>(
            "select "
                + string.Join(
                    " + ",
                    FactTables.Parts.Select(table =>
                        $"(select count(*) from {table} where build not in (select id from negotiations_fact_builds))"
                    )
                )
        );
}
