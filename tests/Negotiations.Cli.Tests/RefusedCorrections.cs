using System.CommandLine.Parsing;
using System.Diagnostics;

namespace Negotiations.Cli.Tests;

public class RefusedCorrections
{
    private const string Pause = "courier-2031-04-02#pause-proposed";

    [Theory]
    [InlineData("there is no event 'courier-2031-04-02#nothing'", "courier-2031-04-02#nothing", "--retract")]
    [InlineData(
        "there is no event 'elsewhere#pause-proposed'; there are courier-2031-04-02@cd50a32245c8#pause-proposed",
        "elsewhere#pause-proposed",
        "--retract"
    )]
    [InlineData(
        "there is no event 'c3d7c1b0-7b57-5e0a-9c55-3f2a7a3b8f10'",
        "c3d7c1b0-7b57-5e0a-9c55-3f2a7a3b8f10",
        "--retract"
    )]
    [InlineData("what is corrected?", Pause)]
    [InlineData("one correction does one thing", Pause, "--retract", "--round", "2030")]
    [InlineData("--amend: 'durationDays' is not FIELD=VALUE", Pause, "--amend", "durationDays")]
    [InlineData("--amend durationDays: 'ten' is not a whole number", Pause, "--amend", "durationDays=ten")]
    [InlineData("--amend topic: is not a field here", Pause, "--amend", "topic=pay")]
    [InlineData("is not an event type; there are", Pause, "--amend", "type=TalksHold")]
    [InlineData("did you mean 'TalksHeld'", Pause, "--amend", "type=TalksHold")]
    [InlineData(
        "--amend type: TalksHeld needs details that the report does not have: venue, parties; amend them as well",
        Pause,
        "--amend",
        "type=TalksHeld"
    )]
    [InlineData(
        "--amend members: is not a list of texts; write a list as [Naia Veldari, Terrac]",
        "courier-2031-04-02#union-delegation",
        "--amend",
        "members=Naia Veldari, Terrac"
    )]
    [InlineData("--looking-back: 'ja' is neither true nor false", Pause, "--looking-back", "ja")]
    [InlineData(
        "there is no event 'courier-2031-04-02#pause-propsed'; did you mean 'courier-2031-04-02#pause-proposed'?",
        "courier-2031-04-02#pause-propsed",
        "--retract"
    )]
    [InlineData(
        "there is no event 'courier-2031-04-12'; did you mean 'courier-2031-04-02'?",
        "courier-2031-04-12",
        "--retract"
    )]
    [InlineData("did you mean 'courier-2031-04-02@cd50a32245c8'?", "courier-2031-04-02@cd50a32245d8", "--retract")]
    [InlineData("--basis, --earliest and --latest go with --published-at", Pause, "--retract", "--basis", "stated")]
    [InlineData(
        "--basis: is missing: the time so far, 2031-04-05T21:00:00+13:00, is assumed; is the new one "
            + "stated, or assumed as well? (stated|assumed)",
        "lantern-mail-2031-04-05",
        "--published-at",
        "2031-04-05T20:00"
    )]
    [InlineData(
        "--earliest: is missing: the new time lies outside of what was possible so far",
        "lantern-mail-2031-04-05",
        "--published-at",
        "2031-04-06T20:00",
        "--basis",
        "assumed"
    )]
    [InlineData("'2031-04' is a whole month; give the day at least", "courier-2031-04-02", "--published-at", "2031-04")]
    [InlineData("the correction changes nothing: the values are as they are", Pause, "--amend", "durationDays=10")]
    [InlineData(
        "the correction changes nothing: that is its time of publication already",
        "courier-2031-04-02",
        "--published-at",
        "{\"time\": \"2031-04-02T18:30\", \"basis\": \"stated\", \"reason\": \"day and clock time "
            + "stand above the article\", \"earliest\": \"2031-04-02T18:30\", \"latest\": "
            + "\"2031-04-02T18:30\"}"
    )]
    [InlineData(
        "--amend durationDays: is given twice",
        Pause,
        "--amend",
        "durationDays=1",
        "--amend",
        "durationDays=2"
    )]
    [InlineData("--reattribute actor: nobody defined the name 'Nobody'", Pause, "--reattribute", "actor=Nobody")]
    [InlineData(
        "--reattribute standing: 'mine' is not one of own, observed, own-unnamed, other",
        Pause,
        "--reattribute",
        "standing=mine"
    )]
    [InlineData("is neither JSON nor YAML", Pause, "--reattribute", "chain=[{name: ")]
    [InlineData("--happened: ", Pause, "--happened", "soon")]
    [InlineData(
        "--round: nobody defined the round '1999'; there are 2030, 2031-04 and general",
        Pause,
        "--round",
        "1999"
    )]
    [InlineData("--act: 'Another act' is not an identifier", Pause, "--act", "Another act")]
    [InlineData(
        "the span ends at 9000, outside the text of 1745 code points",
        Pause,
        "--amend",
        "evidence=[{start: 1, end: 9000, sha256: 2f784a1d65e44e0d8fbc33e06024b2ca791e02d74a49cb6a55fecb598ae407c3}]"
    )]
    [InlineData(
        "the span from 9 to 9 is empty or runs backwards",
        Pause,
        "--amend",
        "evidence=[{start: 9, end: 9, sha256: 2f784a1d65e44e0d8fbc33e06024b2ca791e02d74a49cb6a55fecb598ae407c3}]"
    )]
    [InlineData(
        "--reattribute standing: the corrected report 'pause-proposed' would not hold together: "
            + "standing: 'own-unnamed' is an unnamed speaker",
        Pause,
        "--reattribute",
        "standing=own-unnamed"
    )]
    [InlineData(
        "--reattribute standing: the corrected report 'pause-proposed' would not hold together",
        Pause,
        "--reattribute",
        "standing=observed",
        "--by",
        "publisher",
        "--published",
        "2031-04-03",
        "--notice",
        "corrections"
    )]
    [InlineData(
        "--happened: the corrected report 'pause-proposed' would not hold together: happened: "
            + "2031-04-05 lies after the publication",
        Pause,
        "--happened",
        "2031-04-05"
    )]
    [InlineData("lies after the publication", "courier-2031-04-02", "--published-at", "2031-03-20")]
    [InlineData(
        "would be older than the article",
        Pause,
        "--retract",
        "--by",
        "publisher",
        "--published",
        "2031-04-02T18:29",
        "--notice",
        "corrections"
    )]
    [InlineData("a publisher's correction has a notice", Pause, "--retract", "--by", "publisher")]
    [InlineData(
        "--notice: 'reference' is missing",
        Pause,
        "--retract",
        "--by",
        "publisher",
        "--published",
        "2031-04-03"
    )]
    [InlineData(
        "a coder's correction has no notice",
        Pause,
        "--retract",
        "--published",
        "2031-04-03",
        "--notice",
        "corrections"
    )]
    [InlineData(
        "only a coder corrects a time of publication",
        "courier-2031-04-02",
        "--published-at",
        "2031-04-03",
        "--by",
        "publisher",
        "--published",
        "2031-04-03",
        "--notice",
        "corrections"
    )]
    [InlineData("only a correction can be undone", Pause, "--undo")]
    [InlineData("a time of publication is that of an article version", Pause, "--published-at", "2031-04-03")]
    [InlineData("there is no article 'elsewhere'", "courier-2031-04-02", "--link", "elsewhere")]
    [InlineData(
        "an article version is not corrected but for its time of publication",
        "courier-2031-04-02",
        "--retract"
    )]
    [InlineData("there is no event 'nothing'", Pause, "--retract", "--on", "nothing")]
    public async Task A_correction_that_makes_no_sense_is_refused_and_nothing_is_appended(
        string problem,
        string target,
        params string[] options
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var run = await store.RunAsync(["correct", target, .. options, "--reason", "second reading"]);

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.StartsWith("negotiations: ", run.Error);
        Assert.Contains(problem, run.Error);
    }

    [Fact]
    public async Task Another_actor_is_refused_without_a_chain_and_the_message_says_how_to_give_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var run = await store.RunAsync(
            "correct",
            "courier-2031-04-02#no-condition",
            "--reattribute",
            "actor=Perrin Askolund",
            "--reason",
            "misread"
        );

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.StartsWith(
            "negotiations: --reattribute actor: the chain would still begin with 'Ilka Morvane'",
            run.Error
        );
        Assert.Contains(
            "to give them together:\n  negotiations correct 'courier-2031-04-02#no-condition' --reattribute "
                + "'actor=Perrin Askolund' --reason misread ",
            run.Error
        );
        Assert.EndsWith(
            """ --reattribute 'chain=[{"name":"Perrin Askolund","kind":"person","implied":"…"}]'""" + "\n",
            run.Error
        );
    }

    [Fact]
    public async Task A_list_of_members_does_not_lose_its_roles_and_the_message_says_how_to_give_both()
    {
        const string Delegation = "courier-2031-04-02#union-delegation";
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            Delegation,
            "--amend",
            "roles=[secretary, engineer]",
            "--reason",
            "whose roles they are",
            "--id",
            "roles"
        );
        string[] command =
        [
            "correct",
            Delegation,
            "--amend",
            "members=[Naia Veldari]",
            "--on",
            "roles",
            "--reason",
            "only she",
        ];

        var refused = await store.RunAsync(command);
        var taken = await store.RunAsync([.. command, "--amend", "roles=[engineer]"]);

        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains("--amend members: ", refused.Error);
        Assert.Contains("there would be 1 member and 2 roles", refused.Error);
        Assert.Contains("""--amend 'members=["Naia Veldari"]' --amend 'roles=["engineer"]'""", refused.Error);
        Assert.Equal((0, ""), (taken.Code, taken.Error));
    }

    [Fact]
    public async Task A_mistyped_field_is_one_error_that_names_the_fields_there_are()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "correct",
            "courier-2031-04-02#union-delegation",
            "--amend",
            "memebers=[Terrac]",
            "--reason",
            "misread"
        );

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.StartsWith(
            "negotiations: --amend memebers: is not a field here; there are type, evidence, certainty, ",
            run.Error
        );
        Assert.EndsWith("; did you mean 'members'?\n", run.Error);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_correction_or_a_version_that_was_mistyped_is_looked_for_among_its_kind()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync("correct", Pause, "--retract", "--reason", "misread", "--id", "never-said");

        var run = await store.RunAsync("correct", "courier-2031-04-02!never-sad", "--undo", "--reason", "it was");

        Assert.Equal(
            new CommandRun(
                2,
                "",
                "negotiations: there is no event 'courier-2031-04-02!never-sad'; did you mean "
                    + "'courier-2031-04-02!never-said'?\n"
            ),
            run
        );
    }

    [Theory]
    [InlineData("lantern-mail-2031-04-05", "courier-2031-04-02")]
    [InlineData("courier-2031-04-02", "lantern-mail-2031-04-05")]
    public async Task A_link_that_is_in_force_is_not_made_twice_also_not_the_other_way_round(
        string article,
        string other
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            "lantern-mail-2031-04-05",
            "--link",
            "courier-2031-04-02",
            "--reason",
            "one text",
            "--id",
            "one-text"
        );
        var events = await store.CountAsync();

        var run = await store.RunAsync("correct", article, "--link", other, "--reason", "one text");

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains(
            $"changes nothing: '{article}' and '{other}' are one text already, by 'lantern-mail-2031-04-05!one-text'",
            run.Error
        );
    }

    [Theory]
    [InlineData(
        "evidence=[{start: 434, end: 543, sha256: 2f784a1d65e44e0d8fbc33e06024b2ca791e02d74a49cb6a55fecb598ae407c3}]",
        "--amend evidence[0]: the hash of the span from 434 to 543 does not match the text"
    )]
    [InlineData(
        "chain=[{name: Ilka Morvane, kind: person, start: 432, end: 442, sha256: "
            + "509cc9905880efa98578b0636d55081e64509cecfbe27e02ad0e6e7143fe7ba9}]",
        "--reattribute chain[0]: the hash of the span from 432 to 442 does not match the text"
    )]
    public async Task Where_the_text_is_held_a_span_must_match_it(string change, string problem)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();
        var option = change.StartsWith("chain", StringComparison.Ordinal) ? "--reattribute" : "--amend";

        var run = await store.RunAsync(
            "correct",
            Pause,
            option,
            change,
            "--reason",
            "second reading",
            "--articles",
            Path.Combine(Repository.Harbour, "texts")
        );
        var notHeld = await store.RunAsync(
            "correct",
            Pause,
            option,
            change,
            "--reason",
            "second reading",
            "--articles",
            Repository.Harbour
        );

        Assert.Equal((2, ""), (run.Code, run.Output));
        // Behind that stand the words that are there now.
        Assert.StartsWith($"negotiations: {problem}, where “", run.Said);
        Assert.Equal((2, events), (notHeld.Code, await store.CountAsync()));
        Assert.Contains("the folder does not hold the text of courier-2031-04-02@cd50a32245c8", notHeld.Error);
    }

    [Fact]
    public async Task A_span_that_matches_the_text_is_taken()
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync(
            "correct",
            Pause,
            "--amend",
            "evidence=[{start: 433, end: 443, sha256: "
                + "509cc9905880efa98578b0636d55081e64509cecfbe27e02ad0e6e7143fe7ba9}]",
            "--reason",
            "the name is enough",
            "--articles",
            Path.Combine(Repository.Harbour, "texts")
        );

        Assert.Equal((0, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_span_of_a_coded_files_correction_must_match_the_text_too()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Harbour, "courier-2031-04-02.yaml"));
        var path = folder.Write(
            "courier.yaml",
            $$"""
            {{text.TrimEnd()}}

            corrections:
              - id: place
                report: pause-proposed
                by: coder
                reason: second reading
                amend:
                  evidence:
                    - {start: 434, end: 543, sha256: 2f784a1d65e44e0d8fbc33e06024b2ca791e02d74a49cb6a55fecb598ae407c3}

            """
        );

        var run = await store.RunAsync("replay", path, "--articles", Path.Combine(Repository.Harbour, "texts"));

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.Matches(
            @"courier\.yaml:\d+: corrections\[0\]\.amend\.evidence\[0\]: "
                + "the hash of the span from 434 to 543 does not match the text",
            run.Error
        );
    }

    [Fact]
    public async Task A_correction_without_a_reason_is_refused()
    {
        var run = await CommandRun.ExecuteAsync("correct", Pause, "--retract");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("--reason", run.Error);
    }

    [Fact]
    public async Task A_short_form_that_can_mean_several_events_is_refused_with_the_candidates()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Harbour, "courier-2031-04-02.yaml"));
        var path = folder.Write(
            "second.yaml",
            text.Replace("negotiation: harbour\n", "negotiation: harbour\nversion: second\n", StringComparison.Ordinal)
                .Replace("2031-04-02T18:30", "2031-04-02T19:30", StringComparison.Ordinal)
        );
        Assert.Equal(0, (await store.RunAsync("replay", path)).Code);
        var events = await store.CountAsync();

        var report = await store.RunAsync("correct", Pause, "--retract", "--reason", "second reading");
        var version = await store.RunAsync(
            "correct",
            "courier-2031-04-02",
            "--published-at",
            "2031-04-02T19:00",
            "--reason",
            "second reading"
        );
        var overtaking = await store.RunAsync(
            "correct",
            "courier-2031-04-02@cd50a32245c8",
            "--published-at",
            "2031-04-02T20:00",
            "--reason",
            "second reading"
        );
        Assert.Equal(events, await store.CountAsync());
        var exact = await store.RunAsync(
            "correct",
            "courier-2031-04-02@second#pause-proposed",
            "--retract",
            "--reason",
            "second reading"
        );

        Assert.Equal(
            new CommandRun(
                2,
                "",
                $"negotiations: '{Pause}' can mean several events; name one of them: "
                    + "courier-2031-04-02@cd50a32245c8#pause-proposed, "
                    + "courier-2031-04-02@second#pause-proposed\n"
            ),
            report
        );
        Assert.Contains("courier-2031-04-02@cd50a32245c8, courier-2031-04-02@second", version.Error);
        Assert.Equal((2, 0), (overtaking.Code, exact.Code));
        Assert.Contains("would change places", overtaking.Error);
    }

    [Fact]
    public async Task Of_two_people_who_correct_the_same_state_the_second_is_shown_the_first_and_how_to_build_on_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    Pause,
                    "--amend",
                    "durationDays=12",
                    "--who",
                    "A",
                    "--reason",
                    "misread"
                )
            ).Code
        );
        var events = await store.CountAsync();

        var second = await store.RunAsync(
            "correct",
            Pause,
            "--amend",
            "durationDays=14",
            "--who",
            "B",
            "--reason",
            "it's fourteen"
        );

        Assert.Equal((1, "", events), (second.Code, second.Output, await store.CountAsync()));
        Assert.Contains(
            "courier-2031-04-02!pause-proposed-correction-1, amend by coder (A): misread, position",
            second.Error
        );
        Assert.Contains("{\"durationDays\":12}", second.Error);
        Assert.DoesNotContain("'on", second.Error);
        var command = second.Error.TrimEnd('\n').Split('\n')[^1].Trim();
        Assert.StartsWith(
            $"negotiations correct '{Pause}' --amend durationDays=14 --who B --reason 'it'\\''s fourteen'",
            command
        );
        Assert.EndsWith("--on 'courier-2031-04-02!pause-proposed-correction-1'", command);
        var built = await store.RunAsync(
            "correct",
            Pause,
            "--amend",
            "durationDays=14",
            "--who",
            "B",
            "--reason",
            "it's fourteen",
            "--on",
            "courier-2031-04-02!pause-proposed-correction-1"
        );
        Assert.Equal((0, ""), (built.Code, built.Error));
    }

    [Theory]
    [InlineData("--retract --reason gone --who A", "--amend durationDays=14 --reason fourteen --who B", 2)]
    [InlineData("--retract --reason gone", "--amend durationDays=14 --reason=--undo --who \"it's B\"", 2)]
    [InlineData(
        "--amend durationDays=12 --reason twelve",
        "--amend durationDays=14 --reason=--retract --looking-back=false",
        1
    )]
    [InlineData(
        "--amend durationDays=12 --reason twelve",
        "--retract --reason \"$HOME 'is' \u00e9 `here`\" --format json",
        1
    )]
    [InlineData(
        "--happened 2031-03-31 --reason twelve --id first",
        "--reattribute \"chain=[{name: null, kind: unnamed, implied: sources}]\" --reattribute "
            + "standing=other --reattribute modality=reported --reason r --id second",
        1
    )]
    public async Task The_commands_that_build_on_the_first_correction_work_as_they_are_printed(
        string first,
        string second,
        int commands
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync(["correct", Pause, .. CommandLineParser.SplitCommandLine(first)])).Code);

        var refused = await store.RunAsync(["correct", Pause, .. CommandLineParser.SplitCommandLine(second)]);
        var printed = refused.Error.Split("to build on it:\n")[1].Trim('\n').Split('\n');

        Assert.Equal((1, commands), (refused.Code, printed.Length));
        foreach (var command in printed)
            Assert.Equal((0, ""), await InShellAsync(command));
        Assert.Equal(0, (await store.RunAsync("replay", "--verify")).Code);
    }

    [Theory]
    [InlineData(
        "u1 c1, u2 u1, u3 c1",
        "its last correction is 'c1', which is undone: name that as the one to build on"
    )]
    [InlineData("u1 c1", "its last correction is 'c1', which is undone: name that as the one to build on")]
    [InlineData("u1 c1, u2 u1", "it is retracted already; undo 'c1' before correcting it further")]
    public async Task The_commands_printed_are_those_that_are_taken_in_also_after_undos(string undos, string problem)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        Assert.Equal(0, (await store.RunAsync("correct", Pause, "--retract", "--reason", "gone", "--id", "c1")).Code);
        foreach (var undo in undos.Split(", ").Select(words => words.Split(' ')))
            Assert.Equal(
                0,
                (
                    await store.RunAsync(
                        "correct",
                        $"courier-2031-04-02!{undo[1]}",
                        "--undo",
                        "--reason",
                        "or not",
                        "--id",
                        undo[0]
                    )
                ).Code
            );

        var refused = await store.RunAsync("correct", Pause, "--amend", "durationDays=14", "--reason", "fourteen");

        Assert.Equal(1, refused.Code);
        Assert.StartsWith($"negotiations: {problem}", refused.Error);
        foreach (var command in refused.Error.Split("to build on it:\n")[1].Trim('\n').Split('\n'))
            Assert.Equal((0, ""), await InShellAsync(command));
    }

    [Fact]
    public async Task Of_two_who_retract_a_report_the_second_is_shown_the_first()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync("correct", Pause, "--retract", "--reason", "never said", "--id", "gone");
        var events = await store.CountAsync();

        var second = await store.RunAsync("correct", Pause, "--retract", "--reason", "misread");

        Assert.Equal((1, "", events), (second.Code, second.Output, await store.CountAsync()));
        Assert.StartsWith(
            "negotiations: it is retracted already, by 'gone'; nothing was appended\n  "
                + "courier-2031-04-02!gone, retract by coder: never said",
            second.Error
        );
        Assert.DoesNotContain("to build on it", second.Error);
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_one_wins()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var runs = await Task.WhenAll(
            Enumerable
                .Range(11, 4)
                .Select(days =>
                    Task.Run(() =>
                        store.RunAsync("correct", Pause, "--amend", $"durationDays={days}", "--reason", "misread")
                    )
                )
        );

        Assert.Equal([0, 1, 1, 1], runs.Select(run => run.Code).Order());
        Assert.Equal(events + 1, await store.CountAsync());
        Assert.All(runs.Where(run => run.Code == 1), run => Assert.Contains("to build on it:", run.Error));
    }

    [Fact]
    public async Task A_time_of_publication_that_would_come_to_lie_after_a_notice_is_refused()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            Pause,
            "--retract",
            "--by",
            "publisher",
            "--published",
            "2031-04-03T09:00",
            "--notice",
            "corrections",
            "--reason",
            "withdrawn"
        );
        var events = await store.CountAsync();

        var run = await store.RunAsync(
            "correct",
            "courier-2031-04-02",
            "--published-at",
            "2031-04-03T09:01",
            "--reason",
            "time zone"
        );

        Assert.Equal((2, "", events), (run.Code, run.Output, await store.CountAsync()));
        Assert.Contains(
            "of 2031-04-03T09:00:00+13:00 would be older than the article, which came out at 2031-04-03T09:01:00+13:00",
            run.Error
        );
    }

    [Fact]
    public async Task What_is_undone_already_is_not_undone_again()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync("correct", Pause, "--retract", "--reason", "misread", "--id", "gone");
        await store.RunAsync(
            "correct",
            "courier-2031-04-02!gone",
            "--undo",
            "--reason",
            "it was right",
            "--id",
            "back"
        );

        var run = await store.RunAsync("correct", "courier-2031-04-02!gone", "--undo", "--reason", "it was right");

        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.Contains("courier-2031-04-02!back, undo by coder: it was right", run.Error);
        Assert.DoesNotContain("to build on it", run.Error);
    }

    [Fact]
    public async Task An_identifier_that_is_taken_is_refused()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync("correct", Pause, "--retract", "--reason", "misread", "--id", "gone");

        var run = await store.RunAsync(
            "correct",
            "courier-2031-04-02#offer",
            "--retract",
            "--reason",
            "misread",
            "--id",
            "gone"
        );

        Assert.Equal(
            new CommandRun(
                2,
                "",
                "negotiations: the article has a correction 'gone' already; give another identifier; "
                    + "nothing was appended\n"
            ),
            run
        );
    }

    // As somebody pastes it, with this program as the command.
    private static async Task<(int Code, string Error)> InShellAsync(string command)
    {
        var program =
            $"negotiations() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "negotiations.dll")}' \"$@\"; }}";
        using var shell = Process.Start(
            new ProcessStartInfo("sh", ["-c", $"{program}\n{command}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        await output;
        return (shell.ExitCode, await error);
    }
}
