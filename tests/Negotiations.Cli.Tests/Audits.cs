using System.Text.Json.Nodes;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

public class Audits
{
    private static readonly string Texts = Path.Combine(Repository.Harbour, "texts");

    [Fact]
    public async Task Without_the_texts_and_the_chain_it_says_what_it_could_not_check()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var run = await store.RunAsync("audit");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("the hash chain was not checked (--chain does it).", run.Output);
        Assert.Matches(@"3 texts not held: \d+ reports not checked", run.Output);
    }

    [Fact]
    public async Task With_them_every_report_is_anchored_and_nothing_was_altered()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var run = await store.RunAsync("audit", "harbour", "--articles", Texts, "--chain");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"3 texts held: (\d+) of \1 reports anchored \(100 %\), \d+ spans checked", run.Output);
        Assert.Matches(@"the hash chain over \d+ positions: nothing was changed, removed, inserted or re-ordered\.", run.Output);
    }

    [Fact]
    public async Task A_text_in_which_one_sentence_was_edited_is_found()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Texts, "courier-2031-04-02.txt"));
        folder.Write("courier-2031-04-02.txt", text.Replace("a pause of ten days", "a pause of two days", StringComparison.Ordinal));

        var run = await store.RunAsync("audit", "--articles", folder.PathOf());

        Assert.Equal((1, "negotiations: the audit found something that is not what was recorded\n"), (run.Code, run.Error));
        Assert.Contains(": text differs, courier-2031-04-02.txt: its hash is", run.Output);
        Assert.Contains("courier-2031-04-02#pause-proposed: orphaned", run.Output);
        Assert.Contains("evidence[0] at 433–543: other words stand there", run.Output);
        Assert.Matches(@"2 texts not held: \d+ reports not checked", run.Output);
    }

    [Fact]
    public async Task A_file_with_the_name_of_a_version_and_another_text_is_a_finding_also_beside_a_good_copy()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        var text = File.ReadAllText(Path.Combine(Texts, "courier-2031-04-02.txt"));
        folder.Write("copy.txt", text);
        var edited = folder.Write("courier-2031-04-02.txt", text.Replace("a pause of ten days", "a pause of two days", StringComparison.Ordinal));

        var run = await store.RunAsync("audit", "--articles", folder.PathOf());
        var json = await store.RunAsync("audit", "--articles", folder.PathOf(), "--format", "json");
        var page = await store.RunAsync("audit", "--articles", folder.PathOf(), "--format", "html");

        Assert.Equal((1, 1, 1), (run.Code, json.Code, page.Code));
        Assert.Contains("text differs in a further file of its name", run.Output);
        Assert.Contains(JsonNode.Parse(json.Output)!["negotiations"]![0]!["texts"]!.AsArray(), version => version!["strays"]!.AsArray().Any(stray => stray!["file"]!.GetValue<string>() == edited));
        Assert.Empty(SchemaErrors(json));
        Assert.Contains("</strong>: a further file of its name, courier-2031-04-02.txt, differs", page.Output);
    }

    [Fact]
    public async Task An_odd_file_does_not_end_the_audit()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("stray.txt", "a\uFFFE");
        File.Copy(Path.Combine(Texts, "courier-2031-04-02.txt"), folder.PathOf("courier-2031-04-02.txt"));

        var run = await store.RunAsync("audit", "--articles", folder.PathOf());
        folder.Write("courier-2031-04-02.txt", "a\uFFFE");
        var odd = await store.RunAsync("audit", "--articles", folder.PathOf());
        var replayed = await store.RunAsync("replay", Repository.Harbour, "--articles", folder.PathOf());

        Assert.Equal((0, 1, 2), (run.Code, odd.Code, replayed.Code));
        Assert.Contains("1 text held", run.Output);
        Assert.Contains("courier-2031-04-02.txt: it cannot be read: it has characters that no text has", odd.Output.ReplaceLineEndings(" "));
        Assert.Matches(@"1 text that cannot be read: \d+ reports not checked", odd.Output);
        Assert.Contains("; none of its reports was checked", odd.Output.ReplaceLineEndings(" "));
        Assert.DoesNotContain("orphaned", odd.Output);
        Assert.DoesNotContain("where they stood", odd.Output);
        Assert.Equal("unreadable", (await TextsAsync(store, folder))["courier-2031-04-02"]);
        Assert.Contains("cannot be read: it has characters that no text has", replayed.Error);
    }

    [Fact]
    public async Task What_cannot_be_opened_in_a_folder_is_named_and_hides_nothing()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("readable.txt", "Something else.");
        File.CreateSymbolicLink(folder.PathOf("courier-2031-04-02.txt"), folder.PathOf("nowhere.txt"));
        File.CreateSymbolicLink(folder.PathOf("stray.txt"), folder.PathOf("nowhere.txt"));
        File.CreateSymbolicLink(folder.PathOf("circle"), folder.PathOf("circle"));
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", folder.PathOf("quayside-record-2031-04-07.txt"))) await pipe.WaitForExitAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"x\"') where seq_id = 10");

        var run = await store.RunAsync("audit", "--articles", folder.PathOf(), "--chain");

        var output = run.Output.ReplaceLineEndings(" ");
        Assert.Equal(1, run.Code);
        Assert.Contains("position 10,", output);
        Assert.Contains("courier-2031-04-02.txt: it cannot be read: ", output);
        Assert.Contains("quayside-record-2031-04-07.txt: it cannot be read: it is empty, or no regular file", output);
        Assert.Matches(@"stray\.txt \(cannot +be +read: ", output);
    }

    [Fact]
    public async Task Files_that_belong_to_no_version_are_listed_and_are_no_finding()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Texts, "courier-2031-04-02.txt"), folder.PathOf("renamed.txt"));
        foreach (var number in Enumerable.Range(10, 11)) folder.Write($"other-{number}.txt", $"Something else {number}.");

        var run = await store.RunAsync("audit", "--articles", folder.PathOf());
        var json = await store.RunAsync("audit", "--articles", folder.PathOf(), "--format", "json");

        Assert.Equal((0, 0), (run.Code, json.Code));
        var output = run.Output.ReplaceLineEndings("");
        Assert.Contains("11 files that belong to no version", run.Output);
        Assert.Contains("other-19.txt", output);
        Assert.DoesNotContain("other-20.txt", output);
        Assert.Contains("and 1 more", run.Output.ReplaceLineEndings(" "));
        var unmatched = JsonNode.Parse(json.Output)!["unmatchedFiles"]!.AsArray().Select(file => Path.GetFileName(file!.GetValue<string>())).ToList();
        Assert.Equal(11, unmatched.Count);
        Assert.DoesNotContain("renamed.txt", unmatched);
        Assert.Empty(SchemaErrors(json));
    }

    [Fact]
    public async Task A_page_that_is_called_like_the_text_of_a_version_is_held_to_be_it()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        folder.Write("courier-2031-04-02.html", "<article><p>Another text than was coded.</p></article>");

        var alone = await TextsAsync(store, folder);
        var words = await store.RunAsync("audit", "--articles", folder.PathOf());
        File.Copy(Path.Combine(Texts, "courier-2031-04-02.txt"), folder.PathOf("courier-2031-04-02.txt"));
        var beside = await store.RunAsync("audit", "--articles", folder.PathOf());

        Assert.Equal("differs", alone["courier-2031-04-02"]);
        Assert.Contains("or was coded as courier-2031-04-02.txt", words.Output.ReplaceLineEndings(" "));
        Assert.Equal(0, beside.Code);
        Assert.Contains("1 file that belongs to no version", beside.Output);
    }

    [Theory]
    [InlineData("set session_replication_role = replica; delete from mt_events where type = 'negotiation_defined'")]
    [InlineData("set session_replication_role = replica; delete from mt_events")]
    [InlineData("set session_replication_role = replica; delete from mt_streams where id = 'negotiation/harbour'")]
    public async Task A_definition_that_is_gone_is_a_finding_also_without_the_chain(string tampering)
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync(tampering);

        foreach (var talks in new[] { Array.Empty<string>(), ["harbour"] })
        {
            var run = await store.RunAsync(["audit", .. talks]);
            var json = await store.RunAsync(["audit", .. talks, "--format", "json"]);

            Assert.Equal((1, 1), (run.Code, json.Code));
            Assert.Contains("the definition of 'harbour' is gone", run.Output);
            Assert.Empty(SchemaErrors(json));
        }
    }

    [Theory]
    [InlineData("drop table negotiations_schema", "public.negotiations_schema, the mark of the store, is gone")]
    [InlineData("delete from negotiations_schema", "public.negotiations_schema, the mark of the store, is empty")]
    [InlineData("drop table negotiations_exports", "public.negotiations_exports is gone")]
    [InlineData("drop table negotiations_clock", "public.negotiations_clock is gone")]
    [InlineData("drop table negotiations_record cascade", "public.negotiations_record is gone")]
    [InlineData("drop table mt_streams cascade", "public.mt_streams is gone")]
    public async Task A_table_of_the_store_that_is_gone_is_a_finding_beside_what_else_was_done(string tampering, string words)
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"x\"') where seq_id = 10");
        await store.ExecuteAsync(tampering);

        var run = await store.RunAsync("audit", "--chain");

        Assert.Equal(1, run.Code);
        Assert.Contains(words, run.Output.ReplaceLineEndings(" "));
        if (!tampering.Contains("cascade")) Assert.Contains("position 10,", run.Output);
        Assert.DoesNotContain("older program", run.Output);
        Assert.Empty(SchemaErrors(await store.RunAsync("audit", "--chain", "--format", "json")));
    }

    [Fact]
    public async Task A_store_in_which_nothing_was_ever_recorded_is_wrong_use_and_says_what_to_do()
    {
        await using var store = await SampleStore.InstalledAsync();

        var run = await store.RunAsync("audit");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("replay the coded files of one first", run.Error);
    }

    [Fact]
    public async Task Nothing_is_said_to_be_enforced_beside_what_was_altered_all_the_same()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"Another summary.\"') where data->>'id' = 'no-condition'");

        var run = await store.RunAsync("audit", "--chain");
        var record = JsonNode.Parse((await store.RunAsync("audit", "--chain", "--format", "json")).Output)!["record"]!.AsArray();

        Assert.DoesNotContain("append-only is enforced", run.Output);
        Assert.Contains("the record was altered all the same", run.Output.ReplaceLineEndings(" "));
        Assert.Equal("noted", record.Single(check => check!["check"]!.GetValue<string>() == "protection")!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_store_of_an_older_program_says_what_brings_it_up_to_date_and_a_correction_does()
    {
        await using var older = await SampleStore.OfFirstSchemaAsync();
        Assert.Equal(0, (await older.RunAsync("audit", "harbour")).Code);

        var run = await older.RunAsync("audit", "harbour", "--chain");
        Assert.Equal(0, (await older.RunAsync("correct", "courier-2031-04-02#offer", "--retract", "--reason", "misread", "--dry-run")).Code);
        var rehearsed = await older.RunAsync("audit", "harbour");
        Assert.Equal(0, (await older.RunAsync("correct", "courier-2031-04-02#offer", "--retract", "--reason", "misread")).Code);
        var after = await older.RunAsync("audit", "harbour", "--chain");

        Assert.All(new[] { run, rehearsed }, audit => Assert.Contains("an older program made this store: the next command that takes something in (negotiations replay, correct, erase)", audit.Output.ReplaceLineEndings(" ")));
        Assert.Equal(0, after.Code);
        Assert.Contains("append-only is enforced: the role negotiations_program", after.Output);
    }

    [Fact]
    public async Task A_shifted_span_is_found_and_the_words_that_stand_elsewhere_are_only_suggested()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"), folder.PathOf("harbour.negotiation.yaml"));
        folder.Edit("courier-2031-04-02.yaml", "start: 141, end: 312,", "start: 142, end: 313,");
        Assert.Equal(0, (await store.RunAsync("replay", folder.PathOf())).Code);

        var run = await store.RunAsync("audit", "--articles", Texts, "--format", "json");

        Assert.Equal(1, run.Code);
        var checkedReport = Reports(run).Single(report => report["status"]!.GetValue<string>() == "orphaned");
        Assert.Equal("courier-2031-04-02#offer", checkedReport["name"]!.GetValue<string>());
        var fault = Assert.Single(checkedReport["faults"]!.AsArray())!;
        Assert.Equal(("evidence[0]", 141, 312), (fault["where"]!.GetValue<string>(), fault["suggestion"]!["start"]!.GetValue<int>(), fault["suggestion"]!["end"]!.GetValue<int>()));
    }

    [Fact]
    public async Task An_event_that_was_changed_in_the_database_is_named()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = jsonb_set(data, '{summary}', '\"Another summary.\"') where data->>'id' = 'no-condition'");

        var blind = await store.RunAsync("audit");
        var run = await store.RunAsync("audit", "--chain");

        Assert.Equal(0, blind.Code);
        Assert.Equal((1, "negotiations: the audit found something that is not what was recorded\n"), (run.Code, run.Error));
        Assert.Matches(@"position \d+, courier-2031-04-02#no-condition, event [0-9a-f-]{36}", run.Output);
    }

    [Fact]
    public async Task An_event_that_can_no_longer_be_read_is_a_finding_and_no_failure()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync("update mt_events set data = data - 'chain' where data->>'id' = 'no-condition'");

        var run = await store.RunAsync("audit", "--chain", "--format", "json");

        Assert.Equal(1, run.Code);
        var record = JsonNode.Parse(run.Output)!["record"]!.AsArray().ToDictionary(check => check!["check"]!.GetValue<string>(), check => check!);
        Assert.Equal(("failed", "notChecked", "failed"), (Status("chain"), Status("checkpoint"), Status("events")));
        Assert.Contains("the record cannot be read", record["events"]["words"]!.GetValue<string>());
        Assert.Empty(SchemaErrors(run));

        string Status(string check) => record[check]["status"]!.GetValue<string>();
    }

    [Theory]
    [InlineData("set session_replication_role = replica; delete from mt_events where type = 'negotiation_defined'")]
    [InlineData("set session_replication_role = replica; delete from mt_events")]
    [InlineData("set session_replication_role = replica; delete from mt_streams where id = 'negotiation/harbour'")]
    [InlineData("update negotiations_record set recorded_at = 'infinity' where position = 7")]
    [InlineData("update negotiations_record set recorded_at = '20000-01-01' where position = 7")]
    [InlineData("update mt_events e set data = o.data from mt_events o where (e.seq_id, o.seq_id) in ((1, 10), (10, 1))")]
    [InlineData("alter table mt_events alter data drop not null; update mt_events set data = null where seq_id = 10")]
    [InlineData("alter table mt_events alter version drop not null; update mt_events set version = null where seq_id = 10")]
    [InlineData("alter table negotiations_record alter recorded_at drop not null; update negotiations_record set recorded_at = null where position = 7")]
    [InlineData("update mt_events set data = jsonb_set(data, '{evidence}', 'null') where seq_id = 10")]
    [InlineData("update mt_events set data = jsonb_set(data, '{evidence,0}', 'null') where seq_id = 10")]
    [InlineData("update mt_events set data = jsonb_set(data, '{chain}', 'null') where seq_id = 10")]
    [InlineData("update mt_events set data = jsonb_set(data, '{published}', 'null') where type = 'article_version_published'")]
    public async Task What_keeps_a_tampered_store_from_being_read_is_a_finding_beside_those_of_the_chain(string tampering)
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync(tampering);

        var run = await store.RunAsync("audit", "--chain");
        var page = await store.RunAsync("audit", "--chain", "--format", "html");

        Assert.Equal((1, 1), (run.Code, page.Code));
        Assert.Matches("position [0-9]+|stream 'negotiation/harbour'", run.Output);
        Assert.Contains("the record cannot be read: ", run.Output);
        Assert.Equal("", page.Output);
        Assert.Contains("the record cannot be read: ", page.Error);
        Assert.Contains("no page was written", page.Error);
    }

    [Theory]
    [InlineData("update negotiations_record set recorded_at = '-infinity' where position = 7", "at position 7 .*: the time 'recorded_at' is infinite or out of range")]
    [InlineData("alter table mt_events alter data drop not null; update mt_events set data = null where seq_id = 10", "at position 10 .*column data")]
    [InlineData("update mt_events set data = jsonb_set(data, '{evidence}', 'null') where seq_id = 10", "at position 10 .*evidence")]
    [InlineData("update mt_events set data = jsonb_set(data, '{evidence,0}', 'null') where seq_id = 10", "at position 10 .*an item of 'evidence' is null")]
    public async Task An_event_that_cannot_be_read_is_named_also_without_the_chain(string tampering, string words)
    {
        await using var store = await SampleStore.OfHarbourAsync();
        await store.ExecuteAsync(tampering);

        var run = await store.RunAsync("audit", "--format", "json");

        Assert.Equal(1, run.Code);
        Assert.Matches(words, run.Output);
    }

    [Fact]
    public async Task Talks_that_are_not_there_are_wrong_use_where_the_chain_is_whole()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        Assert.Equal(2, (await store.RunAsync("audit", "no-such-talks", "--chain")).Code);
    }

    [Fact]
    public async Task A_checkpoint_that_was_signed_before_is_compared()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        using var folder = new TemporaryFolder();
        var (key, publicKey) = (folder.PathOf("record.pem"), folder.PathOf("record.pub.pem"));
        Assert.Equal(0, (await store.RunAsync("checkpoint", "--new-key", key)).Code);
        var checkpoint = folder.Write("checkpoint.txt", (await store.RunAsync("checkpoint", "--key", key)).Output);

        var same = await store.RunAsync("audit", "--checkpoint", checkpoint, "--public-key", publicKey);
        await using var other = await SampleStore.OfHarbourAsync();
        var another = await other.RunAsync("audit", "--checkpoint", checkpoint, "--public-key", publicKey);

        Assert.Equal((0, ""), (same.Code, same.Error));
        Assert.Matches(@"the checkpoint of position \d+: the record has the link that it had then\.", same.Output);
        Assert.Equal(1, another.Code);
        Assert.Matches(@"the checkpoint of position \d+: the record is another one\.", another.Output);
    }

    [Fact]
    public async Task Whether_the_record_can_only_be_appended_to_is_said_and_is_no_finding()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var run = await store.RunAsync("audit");

        Assert.Equal(0, run.Code);
        Assert.Matches("append-only (is enforced|not enforced): the role ", run.Output);
    }

    [Fact]
    public async Task Erased_reports_are_left_out_and_the_rest_is_audited()
    {
        await using var store = await SampleStore.OfHarbourAsync();
        var erased = await store.RunAsync("erase", "courier-2031-04-02#no-condition", "--who", "the desk", "--reason", "asked for");
        Assert.Equal(0, erased.Code);

        var run = await store.RunAsync("audit", "--articles", Texts, "--chain");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("1 of them erased: nothing was changed", run.Output);
        Assert.DoesNotContain("no-condition", run.Output);
        Assert.Matches(@"3 texts held: (\d+) of \1 reports anchored", run.Output);
    }

    [Fact]
    public async Task Weak_sourcing_is_a_finding_only_when_strict()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var run = await store.RunAsync("audit", "--strict", "--articles", Texts);

        Assert.Equal((1, "negotiations: the sourcing has weak spots, which --strict makes a finding\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task The_weak_spots_are_those_that_an_editor_sees()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var spots = await WeakSpotsAsync(store, "--known-by", "2031-04-05");

        Assert.Contains(spots, spot => IsOf(spot, "unnamedOnly", "2031-04/attendance/tessaly-vorrimund"));
        Assert.Contains(spots, spot => IsOf(spot, "lowGrade", "2031-04/attendance/odric-fennimoor"));
        Assert.Contains(spots, spot => IsOf(spot, "assumedPublication", null) && Words(spot).StartsWith("lantern-mail-2031-04-05: publication at", StringComparison.Ordinal));
        Assert.DoesNotContain(spots, spot => IsOf(spot, "unnamedOnly", "2031-04/attendance/odric-fennimoor"));
        Assert.DoesNotContain(spots, spot => Words(spot).Contains("quayside-record", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_values_of_weak_spots_are_said_in_words_beside_their_keys()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var output = (await store.RunAsync("audit", "--known-by", "2031-04-05")).Output.ReplaceLineEndings(" ");

        Assert.Matches("Attendance, Tessaly Vorrimund: reported[^·]* · 2031-04/attendance/tessaly-vorrimund", output);
        Assert.Matches("told by .* alone .*: .*(Attendance|Statements) [0-9]+", output);
    }

    [Fact]
    public async Task A_page_is_checked_like_a_text_and_its_time_is_compared()
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        var page = folder.Write("page.html", """
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ships wait", "datePublished": "2031-04-02T07:00:00+12:00"}</script>
            <nav>Home</nav><article><p>Velmara waits, said Ilka Morvane.</p></article>
            """);
        const string Text = "Ships wait\n\nVelmara waits, said Ilka Morvane.";
        folder.Write("page.yaml", $$"""
            article: page
            negotiation: harbour
            outlet: Quayside Record
            text: {file: page.html, sha256: {{HashOf(Text)}}, length: {{Text.Length}} }
            published: {time: "2031-04-02T18:30", basis: stated}
            chain:
              - {name: Quayside Record, kind: outlet, implied: it appeared there}
            events:
              - id: waits
                type: AssessmentMade
                actor: Ilka Morvane
                round: 2031-04
                details: {subject: ships, assessment: they wait}
                chain:
                  - {name: Ilka Morvane, kind: person, start: 32, end: 44, sha256: {{HashOf("Ilka Morvane")}}}
                standing: own
                modality: asserted
                evidence:
                  - {start: 12, end: 25, sha256: {{HashOf("Velmara waits")}}}
                certainty: 4
                act: morvane-waits
                summary: She says that the ships wait.
            """);
        var replay = await store.RunAsync("replay", Path.Combine(Repository.Harbour, "harbour.negotiation.yaml"), folder.PathOf("page.yaml"), "--articles", folder.PathOf());
        Assert.Equal((0, ""), (replay.Code, replay.Error));

        var run = await store.RunAsync("audit", "--articles", page);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("1 text held: 1 of 1 report anchored (100 %), 2 spans checked", run.Output);
        Assert.Contains("the page gives 2031-04-02T07:00:00+12:00 (datePublished), coded", run.Output);
    }

    [Theory]
    [InlineData("--articles", "no-such-folder")]
    [InlineData("--checkpoint", "checkpoint.txt")]
    [InlineData("--public-key", "record.pub.pem")]
    [InlineData("--format", "html-page")]
    [InlineData("no-such-talks")]
    public async Task What_cannot_be_asked_is_wrong_use(params string[] arguments)
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var run = await store.RunAsync(["audit", .. arguments]);

        Assert.Equal((2, ""), (run.Code, run.Output));
    }

    [Fact]
    public async Task What_it_writes_of_texts_fits_the_schema()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        Assert.Empty(SchemaErrors(await store.RunAsync("audit", "--articles", Texts, "--chain", "--format", "json")));
    }

    [Fact]
    public async Task Grades_stand_beside_their_reports_and_sources()
    {
        await using var store = await SampleStore.OfHarbourAsync();

        var audit = await store.RunAsync("audit");
        var blame = await store.RunAsync("blame", "harbour", "2031-04/attendance/tessaly-vorrimund", "--known-by", "2031-04-05");
        var reports = await store.RunAsync("reports", "--text", "Vorrimund", "--format", "json");

        Assert.Contains("Corwen Hask (D by harbour desk)", audit.Output);
        Assert.Contains("graded 3 by harbour desk, F4 by A. Reader", blame.Output);
        Assert.Contains("Velpress (B by harbour desk) → The Lantern Mail", blame.Output);
        Assert.Contains("\"reason\": \"nobody of her side was asked\"", reports.Output);
    }

    private static async Task<Dictionary<string, string>> TextsAsync(SampleStore store, TemporaryFolder folder)
    {
        var run = await store.RunAsync("audit", "--articles", folder.PathOf(), "--format", "json");
        Assert.Empty(SchemaErrors(run));
        return JsonNode.Parse(run.Output)!["negotiations"]![0]!["texts"]!.AsArray().ToDictionary(text => text!["article"]!.GetValue<string>(), text => text!["status"]!.GetValue<string>());
    }

    private static async Task<List<JsonNode>> WeakSpotsAsync(SampleStore store, params string[] options)
    {
        var run = await store.RunAsync(["audit", .. options, "--format", "json"]);
        Assert.Equal(0, run.Code);
        return [.. JsonNode.Parse(run.Output)!["negotiations"]![0]!["weakSpots"]!.AsArray().OfType<JsonNode>()];
    }

    private static bool IsOf(JsonNode spot, string kind, string? fact) =>
        spot["kind"]!.GetValue<string>() == kind && (fact is null || spot["facts"]!.AsArray().Any(key => key!.GetValue<string>() == fact));

    private static string Words(JsonNode spot) => spot["words"]!.GetValue<string>();

    private static IEnumerable<JsonNode> Reports(CommandRun run) =>
        JsonNode.Parse(run.Output)!["negotiations"]!.AsArray().SelectMany(talks => talks!["texts"]!.AsArray()).SelectMany(text => text!["reports"]!.AsArray()).OfType<JsonNode>();

    private static IReadOnlyList<string> SchemaErrors(CommandRun run) =>
        JsonSchema.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "audit.schema.json"))).Errors(JsonNode.Parse(run.Output));

    private static string HashOf(string text) => new NormalisedText(text).Identity().Sha256;
}
