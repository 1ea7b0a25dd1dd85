using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

public class Corrections
{
    private const string Pause = "courier-2031-04-02#pause-proposed";

    [Fact]
    public async Task The_command_that_undoes_a_correction_is_shown_and_does_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var before = await StatesAsync(store);
        string[] command = ["correct", Pause, "--amend", "durationDays=12", "--reason", "misread"];

        var rehearsed = await store.RunAsync([.. command, "--dry-run"]);
        var done = await store.RunAsync(command);
        var undo = done.Output.TrimEnd().Split('\n')[^1].Trim();

        Assert.DoesNotContain("--undo", rehearsed.Output);
        Assert.StartsWith("negotiations correct ", undo);
        var words = undo.Split(' ')[1..5];
        Assert.Equal(["correct", "'courier-2031-04-02!pause-proposed-correction-1'", "--undo", "--reason"], words);
        await store.RunAsync("correct", words[1].Trim('\''), "--undo", "--reason", "it was right");
        Assert.Equal(before, await StatesAsync(store));
    }

    private static readonly string[] KnownTimes =
    [
        "2031-04-02T18:29+13:00",
        "2031-04-02T18:30+13:00",
        "2031-04-03T12:00+13:00",
        "2031-04-05T21:00+13:00",
        "2031-04-07T13:30+12:00",
    ];

    [Theory]
    [InlineData(Pause, "--amend", "durationDays=12")]
    [InlineData(Pause, "--retract")]
    [InlineData(Pause, "--happened", "2031-04-01", "--time-of-day", "evening", "--looking-back")]
    [InlineData(Pause, "--round", "2030")]
    [InlineData(Pause, "--act", "another-act")]
    [InlineData(
        "courier-2031-04-02#union-delegation",
        "--amend",
        "members=[\"Naia Veldari\", Terrac]",
        "--amend",
        "head="
    )]
    [InlineData(
        "courier-2031-04-02#fennimoor-attends",
        "--reattribute",
        "standing=other",
        "--reattribute",
        "chain=[{name: sources, kind: unnamed, implied: the byline was taken for the source}]"
    )]
    [InlineData(
        "courier-2031-04-02#offer",
        "--retract",
        "--by",
        "publisher",
        "--published",
        "2031-04-03T12:00",
        "--notice",
        "corrections column"
    )]
    [InlineData(
        "courier-2031-04-02#offer",
        "--amend",
        "date=2031-04-05",
        "--by",
        "publisher",
        "--published",
        "2031-04-03T12:00",
        "--notice",
        "corrections column"
    )]
    [InlineData("courier-2031-04-02", "--published-at", "2031-04-03T12:00")]
    [InlineData("lantern-mail-2031-04-05", "--published-at", "2031-04-05 20:00", "--basis", "assumed")]
    [InlineData("lantern-mail-2031-04-05", "--link", "courier-2031-04-02")]
    public async Task A_dry_run_lists_exactly_what_changes_and_appends_nothing(string target, params string[] options)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();
        string[] command = ["correct", target, .. options, "--reason", "second reading", "--format", "json"];

        var rehearsed = Parse(await store.RunAsync([.. command, "--dry-run"]));
        Assert.Equal(events, await store.CountAsync());
        var before = await StatesAsync(store);
        var done = Parse(await store.RunAsync(command));
        var after = await StatesAsync(store);

        Assert.Equal(events + 1, await store.CountAsync());
        Assert.Equal((null, events + 1), (rehearsed["position"], done["position"]!.GetValue<long>()));
        Assert.Equal(rehearsed["effects"]!.ToJsonString(), done["effects"]!.ToJsonString());
        foreach (var (time, was, now) in KnownTimes.Zip(before, after))
        {
            var known = DateTimeOffset.Parse(time);
            var effects = rehearsed["effects"]!
                .AsArray()
                .Where(effect => ReadTime(effect!, "from") <= known && !(ReadTime(effect!, "until") <= known))
                .ToList();
            Assert.Equal(
                was.Keys.Union(now.Keys)
                    .Where(key => was.GetValueOrDefault(key) != now.GetValueOrDefault(key))
                    .Order(StringComparer.Ordinal),
                effects
                    .Where(effect => effect!["before"]?.ToJsonString() != effect["after"]?.ToJsonString())
                    .Select(effect => effect!["key"]!.GetValue<string>())
                    .Order(StringComparer.Ordinal)
            );
            Assert.All(effects, effect =>
                Assert.Equal(
                    (
                        was.GetValueOrDefault(effect!["key"]!.GetValue<string>()),
                        now.GetValueOrDefault(effect["key"]!.GetValue<string>())
                    ),
                    (effect["before"]?.ToJsonString(), effect["after"]?.ToJsonString())
                )
            );
        }
    }

    [Fact]
    public async Task A_correction_is_shown_with_what_it_changed()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "correct",
            Pause,
            "--amend",
            "durationDays=12",
            "--reason",
            "misread",
            "--who",
            "B. Reader"
        );

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith(
            $"courier-2031-04-02!pause-proposed-correction-1 corrects {Pause}\namend by coder (B. Reader): misread\n",
            run.Output
        );
        Assert.Matches(@"  - .*10 days.*(\n.*)*  \+ .*12 days", run.Output);
        Assert.Contains("Recorded at position", run.Output);
    }

    [Fact]
    public async Task Two_notices_give_the_same_answers_in_either_order_also_where_the_later_repeats_the_first()
    {
        await using var inOrder = await SampleStore.WithHarbourAsync();
        await using var inReverse = await SampleStore.WithHarbourAsync();
        string[] earlier =
        [
            "--amend",
            "durationDays=12",
            "--by",
            "publisher",
            "--published",
            "2031-04-03T12:00",
            "--notice",
            "first",
            "--id",
            "b",
        ];
        string[] later =
        [
            "--amend",
            "durationDays=10",
            "--by",
            "publisher",
            "--published",
            "2031-04-05T12:00",
            "--notice",
            "second",
            "--id",
            "a",
        ];

        Assert.Equal(0, (await inOrder.RunAsync(["correct", Pause, .. earlier, "--reason", "the desk erred"])).Code);
        Assert.Equal(0, (await inOrder.RunAsync(["correct", Pause, .. later, "--reason", "the desk erred"])).Code);
        Assert.Equal(0, (await inReverse.RunAsync(["correct", Pause, .. later, "--reason", "the desk erred"])).Code);
        Assert.Equal(0, (await inReverse.RunAsync(["correct", Pause, .. earlier, "--reason", "the desk erred"])).Code);

        var state = await inReverse.RunAsync("state", "harbour", "2031-04/ceasefire");
        Assert.Contains("10 days", state.Output);
        Assert.Equal((await StatesAsync(inOrder)).Select(Texts), (await StatesAsync(inReverse)).Select(Texts));

        static string Texts(Dictionary<string, string> state) =>
            string.Join('\n', state.OrderBy(fact => fact.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_changes_behind_a_value_only_shows_as_well()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await CorrectAsync(
            store,
            Pause,
            "--amend",
            "durationDays=12",
            "--by",
            "publisher",
            "--published",
            "2031-04-05T12:00",
            "--notice",
            "second"
        );

        var earlier = await store.RunAsync(
            "correct",
            Pause,
            "--amend",
            "durationDays=11",
            "--by",
            "publisher",
            "--published",
            "2031-04-03T12:00",
            "--notice",
            "first",
            "--reason",
            "misread"
        );

        Assert.Matches(
            @"\n  - [^+]*12 days[^+]*1 report · corrected\n  \+ [^+]*12 days[^+]*1 report · 2 corrections\n",
            earlier.Output
        );
    }

    [Theory]
    [InlineData("stated", "5 April 2031, 20:00 (stated)", null, null)]
    [InlineData(
        "assumed",
        "5 April 2031, 20:00 (assumed; 5 April 2031, 00:00 to 5 April 2031, 23:59 is possible)",
        "time zone",
        "2031-04-05T00:00:00+13:00"
    )]
    public async Task An_assumed_time_of_publication_becomes_stated_only_where_that_is_said(
        string basis,
        string words,
        string? reason,
        string? earliest
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        string[] command =
        [
            "correct",
            "lantern-mail-2031-04-05",
            "--published-at",
            "5 April 2031, 20:00",
            "--basis",
            basis,
            "--reason",
            "time zone",
        ];

        var parsed = Parse(await store.RunAsync([.. command, "--dry-run", "--format", "json"]));
        var run = await store.RunAsync(command);
        var state = Parse(await store.RunAsync("state", "harbour", "--known-by", "2031-04-05", "--format", "json"));

        Assert.Contains(
            " published: 5 April 2031, 21:00 (assumed; 5 April 2031, 00:00 to 5 April 2031, 23:59 is "
                + $"possible) → {words} ",
            Unwrapped(run.Output)
        );
        var after = parsed["published"]!["after"]!;
        Assert.Equal(
            (basis, reason, earliest),
            (
                after["basis"]!.GetValue<string>(),
                after["reason"]?.GetValue<string>(),
                after["earliest"]?.GetValue<string>()
            )
        );
        Assert.Equal("assumed", parsed["published"]!["before"]!["basis"]!.GetValue<string>());
        Assert.Equal(
            basis == "assumed",
            state["answered"]!["assumptions"]!
                .AsArray()
                .Any(assumption => assumption!.GetValue<string>().StartsWith("lantern", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Times_are_read_as_people_say_them()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "correct",
            Pause,
            "--retract",
            "--by",
            "publisher",
            "--published",
            "April 3",
            "--notice",
            "corrections column",
            "--reason",
            "withdrawn."
        );

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("withdrawn, notice of 3 April 2031, 23:59, corrections column\n", run.Output);
    }

    [Fact]
    public async Task A_fact_that_vanishes_and_one_that_keeps_its_value_say_so()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var gone = await store.RunAsync(
            "correct",
            "courier-2031-04-02#no-condition",
            "--retract",
            "--reason",
            "misread",
            "--dry-run"
        );
        var same = await store.RunAsync(
            "correct",
            "lantern-mail-2031-04-05",
            "--link",
            "courier-2031-04-02",
            "--reason",
            "one text",
            "--dry-run"
        );
        var later = await store.RunAsync(
            "correct",
            "courier-2031-04-02",
            "--published-at",
            "2031-04-03T12:00",
            "--reason",
            "time zone",
            "--dry-run"
        );

        Assert.Matches(@"\n  - .*none(.*\n)*  \+ nothing known any more\n", gone.Output);
        Assert.Matches(
            @"changed, none of them in value, on the known clock(.*\n)*2030/\S+ .*\(the same\s+value\)\n  - ",
            same.Output
        );
        Assert.Matches(@"until 3 April 2031, 12:00\n  - .*(.*\n)*  \+ nothing known yet\n", later.Output);
    }

    [Fact]
    public async Task What_it_corrects_is_shown_as_old_and_new_field_by_field()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        string[] command =
        [
            "correct",
            "courier-2031-04-02#fennimoor-attends",
            "--reattribute",
            "standing=other",
            "--reattribute",
            "chain=[{name: sources, kind: unnamed, implied: the byline was taken for the source}]",
            "--reason",
            "misread",
        ];

        var rehearsed = Parse(await store.RunAsync([.. command, "--dry-run", "--format", "json"]));
        var run = await store.RunAsync(command);

        Assert.Contains(
            "\n  chain: (Odric Fennimoor → The Halden Courier) → (unnamed: sources → The Halden Courier)\n"
                + "  standing: own → other\n",
            run.Output
        );
        Assert.Equal(["chain", "standing"], rehearsed["fields"]!.AsArray().Select(field => $"{field!["field"]}"));
        Assert.Equal(
            ("own", "other"),
            ($"{rehearsed["fields"]![1]!["before"]}", $"{rehearsed["fields"]![1]!["after"]}")
        );
    }

    [Fact]
    public async Task So_is_what_an_undo_turns_back()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await CorrectAsync(store, Pause, "--amend", "durationDays=12", "--id", "twelve");

        var run = await store.RunAsync("correct", "courier-2031-04-02!twelve", "--undo", "--reason", "it was right");

        Assert.Contains("\n  duration days: 12 → 10\n", run.Output);
    }

    [Fact]
    public async Task Where_no_value_changes_history_and_blame_show_it_all_the_same()
    {
        const string Key = "2031-04/attendance/odric-fennimoor";
        await using var store = await SampleStore.WithHarbourAsync();
        await CorrectAsync(
            store,
            "courier-2031-04-02#fennimoor-attends",
            "--reattribute",
            "written=the chief executive himself"
        );

        var blame = await store.RunAsync("blame", "harbour", Key);
        var history = await store.RunAsync("history", "harbour", Key);
        var json = Parse(await store.RunAsync("history", "harbour", Key, "--format", "json"));

        Assert.Contains("→ the chief executive himself", Unwrapped(blame.Output));
        Assert.Contains("→ the chief executive himself", Unwrapped(history.Output));
        Assert.Equal("written", $"{json["corrections"]![0]!["fields"]![0]!["field"]}");
        Assert.Empty(json["corrections"]![0]!["replaced"]!.AsArray());
    }

    [Fact]
    public async Task A_correction_and_its_undo_leave_value_and_flags_as_before()
    {
        const string Key = "2031-04/attendance/odric-fennimoor";
        await using var store = await SampleStore.WithHarbourAsync();
        var before = Parse(await store.RunAsync("state", "harbour", Key, "--format", "json"));

        await CorrectAsync(
            store,
            "quayside-record-2031-04-07#fennimoor-absent",
            "--happened",
            "2031-04-06",
            "--id",
            "day"
        );
        await CorrectAsync(store, "quayside-record-2031-04-07!day", "--undo");

        var after = Parse(await store.RunAsync("state", "harbour", Key, "--format", "json"));
        Assert.Equal(before["facts"]!.ToJsonString(), after["facts"]!.ToJsonString());
        Assert.Contains("not in force", Unwrapped((await store.RunAsync("blame", "harbour", Key)).Output));
    }

    [Fact]
    public async Task Of_a_long_preview_the_first_ten_lines_are_shown_and_all_on_request()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        string[] command =
        [
            "correct",
            "courier-2031-04-02",
            "--published-at",
            "2031-04-03T12:00",
            "--reason",
            "time zone",
            "--dry-run",
        ];

        var first = await store.RunAsync(command);
        var all = await store.RunAsync([.. command, "--all"]);
        var json = Parse(await store.RunAsync([.. command, "--format", "json"]));

        var effects = json["effects"]!.AsArray().Count;
        Assert.Equal((3, effects), (Count(first), Count(all)));
        Assert.Contains($"… and {effects - 3} more changes; --all shows everything", first.Output);
        Assert.DoesNotContain("--all", all.Output);

        static int Count(CommandRun run) => run.Output.Split("\n  + ").Length - 1;
    }

    [Fact]
    public async Task Where_many_facts_change_they_are_told_in_short_first()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "correct",
            "courier-2031-04-02",
            "--published-at",
            "2031-04-03T12:00",
            "--reason",
            "time zone",
            "--dry-run"
        );

        Assert.Matches(@"\d+ facts changed.*\n  (.*\n)?.*2031-04/attendance \d+, ", run.Output);
    }

    [Theory]
    [InlineData("2031", false)]
    [InlineData("2001", true)]
    public async Task A_notice_in_the_future_is_warned_of_unless_the_talks_lie_there_as_well(
        string round,
        bool isWarned
    )
    {
        await using var store = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Harbour, "*.yaml"))
            File.Copy(file, folder.ResolvePath(Path.GetFileName(file)));
        folder.Edit("harbour.negotiation.yaml", "when: 2030-05", $"when: {round}-05");
        await store.RunAsync("replay", folder.ResolvePath());

        var run = await store.RunAsync(
            "correct",
            Pause,
            "--retract",
            "--by",
            "publisher",
            "--published",
            "2031-04-03",
            "--notice",
            "column",
            "--reason",
            "withdrawn"
        );

        Assert.Equal(
            (
                0,
                isWarned
                    ? "negotiations: warning: courier-2031-04-02!pause-proposed-correction-1: the time "
                        + "of the notice, 3 April 2031, 23:59, lies in the future\n"
                    : ""
            ),
            (run.Code, run.Error)
        );
    }

    [Fact]
    public async Task What_changes_only_under_a_bound_on_the_happened_clock_is_listed_apart()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        string Report(string id, string type, string happened, string details) =>
            $$"""
                  - id: {{id}}
                    type: {{type}}
                    actor: Perrin Askolund
                    round: 2031-04
                    details: {person: Perrin Askolund, event: Port Halden talks, {{details}}}
                    happened: {{happened}}
                    chain: [{name: Perrin Askolund, kind: person, implied: he says it}]
                    standing: own
                    modality: asserted
                    evidence: [{start: 1, end: 2, sha256: {{new string('e', 64)}}}]
                    certainty: 5
                    act: {{id}}
                    summary: of his coming

                """;
        var article = $$"""
            article: evening-note
            negotiation: harbour
            outlet: The Halden Courier
            text: {sha256: {{new string('a', 64)}}, length: 100}
            published: {time: 2031-04-02T10:00, basis: stated}
            chain: [{name: The Halden Courier, kind: outlet, implied: it appeared there}]
            events:
            {{Report("perhaps", "AttendancePossible", "2031-03-30", "condition: null")}}
            {{Report("certainly", "AttendanceConfirmed", "2031-04-01", "confirmedBy: Perrin Askolund")}}
            """;
        Assert.Equal(
            (0, ""),
            await store.RunAsync("replay", folder.Write("evening-note.yaml", article)) is var taken
                ? (taken.Code, taken.Error)
                : default
        );

        var text = await store.RunAsync(
            "correct",
            "evening-note#perhaps",
            "--retract",
            "--reason",
            "misread",
            "--dry-run"
        );
        var json = await store.RunAsync(
            "correct",
            "evening-note#perhaps",
            "--retract",
            "--reason",
            "misread",
            "--dry-run",
            "--format",
            "json"
        );

        Assert.Contains(
            "\nIn answers with --happened-by alone, 1 more fact "
                + "changed:\n\n2031-04/attendance/perrin-askolund  for acts up to 30 Mar 2031",
            text.Output
        );
        Assert.Equal(
            """[{"key":"2031-04/attendance/perrin-askolund","days":["2031-03-30"]}]""",
            Parse(json)["happenedEffects"]!.ToJsonString()
        );
        Assert.Empty(Parse(json)["effects"]!.AsArray());
        Assert.Empty(Schemas.Errors("correct", json.Output));
    }

    [Fact]
    public async Task A_correction_of_no_consequence_says_so()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "correct",
            "courier-2031-04-02#shipping-warning",
            "--amend",
            "certainty=1",
            "--reason",
            "looked again",
            "--dry-run"
        );

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Nothing was appended (--dry-run).", run.Output);
    }

    [Fact]
    public async Task An_undone_correction_and_an_undone_undo_leave_their_states()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var first = await FactsAsync(store);

        await CorrectAsync(store, Pause, "--amend", "durationDays=12", "--id", "twelve");
        var corrected = await FactsAsync(store);
        await CorrectAsync(store, "courier-2031-04-02!twelve", "--undo", "--id", "back");
        var undone = await FactsAsync(store);
        await CorrectAsync(store, "courier-2031-04-02!back", "--undo");

        Assert.NotEqual(first, corrected);
        Assert.Equal(first, undone);
        Assert.Equal(corrected, await FactsAsync(store));
        Assert.Equal(0, (await store.RunAsync("replay", "--verify")).Code);
    }

    [Fact]
    public async Task Corrections_of_different_reports_of_one_article_do_not_disturb_each_other()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var runs = await Task.WhenAll(
            new[] { "offer", "pause-proposed", "tidewell-agrees", "fennimoor-attends", "senda-mediates" }.Select(
                report =>
                    Task.Run(() =>
                        store.RunAsync(
                            "correct",
                            $"courier-2031-04-02#{report}",
                            "--amend",
                            "certainty=2",
                            "--reason",
                            "looked again"
                        )
                    )
            )
        );

        Assert.All(runs, run => Assert.Equal((0, ""), (run.Code, run.Error)));
        Assert.Equal(events + runs.Length, await store.CountAsync());
    }

    [Fact]
    public async Task Nor_do_they_from_processes_of_their_own_while_two_on_one_report_are_in_conflict()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var runs = await Task.WhenAll(
            new[] { "offer", "tidewell-agrees", "pause-proposed", "pause-proposed" }.Select(async report =>
            {
                using var process = CommandProcess.Start(
                    "correct",
                    $"courier-2031-04-02#{report}",
                    "--amend",
                    "certainty=2",
                    "--reason",
                    "looked again",
                    "--connection",
                    store.Connection
                );
                return await process.EndAsync();
            })
        );

        Assert.Equal([0, 0, 0, 1], runs.Select(run => run.Code).Order());
        Assert.Equal([0, 0], runs.Take(2).Select(run => run.Code));
        Assert.Contains("to build on it:", runs.Single(run => run.Code == 1).Error);
        Assert.Equal(events + 3, await store.CountAsync());
        Assert.Equal(0, (await store.RunAsync("replay", "--verify")).Code);
    }

    [Fact]
    public async Task What_a_coder_corrects_of_a_publishers_correction_takes_its_place()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        await CorrectAsync(
            store,
            Pause,
            "--amend",
            "durationDays=12",
            "--by",
            "publisher",
            "--published",
            "2031-04-03T12:00",
            "--notice",
            "corrections",
            "--id",
            "notice"
        );
        await CorrectAsync(store, "courier-2031-04-02!notice", "--amend", "durationDays=14");
        await CorrectAsync(
            store,
            "courier-2031-04-02!notice",
            "--published-at",
            "2031-04-04T12:00",
            "--on",
            "notice-correction-1"
        );

        Assert.Contains(
            "\"durationDays\": 10",
            (
                await store.RunAsync(
                    "state",
                    "harbour",
                    "2031-04/ceasefire",
                    "--known-by",
                    "2031-04-03",
                    "--format",
                    "json"
                )
            ).Output
        );
        Assert.Contains(
            "\"durationDays\": 14",
            (
                await store.RunAsync(
                    "state",
                    "harbour",
                    "2031-04/ceasefire",
                    "--known-by",
                    "2031-04-04",
                    "--format",
                    "json"
                )
            ).Output
        );
    }

    [Fact]
    public async Task An_earlier_position_of_the_record_answers_as_before()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var position = (await store.CountAsync()).ToString();
        var before = await store.RunAsync("state", "harbour", "--recorded-by", position, "--format", "json");

        await CorrectAsync(store, Pause, "--retract");

        Assert.Equal(before, await store.RunAsync("state", "harbour", "--recorded-by", position, "--format", "json"));
    }

    private static string Unwrapped(string output) => output.Replace('\n', ' ');

    private static async Task CorrectAsync(SampleStore store, params string[] options)
    {
        var run = await store.RunAsync(["correct", .. options, "--reason", "second reading"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    private static async Task<string> FactsAsync(SampleStore store) =>
        Without(Parse(await store.RunAsync("state", "harbour", "--format", "json"))["facts"]!, "flags").ToJsonString();

    // Whether a correction bore on it stays to be seen, also when it is undone.
    private static JsonNode Without(JsonNode facts, string field)
    {
        foreach (var fact in facts.AsArray())
            fact!.AsObject().Remove(field);
        return facts;
    }

    private static async Task<IReadOnlyList<Dictionary<string, string>>> StatesAsync(SampleStore store)
    {
        var states = new List<Dictionary<string, string>>();
        foreach (var time in KnownTimes)
        {
            var state = Parse(await store.RunAsync("state", "harbour", "--known-by", time, "--format", "json"));
            states.Add(
                state["facts"]!
                    .AsArray()
                    .ToDictionary(fact => fact!["key"]!.GetValue<string>(), fact => fact!.ToJsonString())
            );
        }

        return states;
    }

    private static DateTimeOffset? ReadTime(JsonNode effect, string name) =>
        effect[name] is { } time ? DateTimeOffset.Parse(time.GetValue<string>()) : null;

    private static JsonNode Parse(CommandRun run)
    {
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Output)!;
    }
}
