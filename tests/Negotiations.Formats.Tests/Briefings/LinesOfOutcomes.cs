using Negotiations.Tests;
using static Negotiations.Tests.Cast;

namespace Negotiations.Formats.Tests;

public class LinesOfOutcomes
{
    [Fact]
    public void What_talks_come_to_is_told_in_words()
    {
        var answer = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-05")
                    .Says<AgreementReached>("reached", r =>
                        r.Observed() with
                        {
                            Agreement = "Lake Accord",
                            Parties = [Varland, Ostrelia],
                            Terms = ["one shore each"],
                        }
                    )
                    .Says<AgreementBreached>("breach", r =>
                        r.By(AdaBrill) with
                        {
                            Side = Varland,
                            Agreement = "Lake Accord",
                            By = [Ostrelia],
                            Breach = "boats at night",
                        }
                    )
                    .Says<ExchangeAgreed>("agreed", r =>
                        r.Observed() with
                        {
                            Exchange = "The swap",
                            What = "prisoners",
                            From = [Varland],
                            To = [Ostrelia],
                        }
                    )
                    .Says<ProposalAccepted>("accepted", r =>
                        r.By(AdaBrill) with
                        {
                            Side = Varland,
                            Proposal = "Merin Plan",
                            Parts = ["the toll"],
                        }
                    )
                    .Says<TalksSuspended>("suspended", r => r.Observed() with { By = [Ostrelia], Until = "Monday" })
            )
            .Ask();

        var lines = BriefingBuilder
            .Build(answer, all: true)
            .Rounds.SelectMany(round => round.Sections)
            .SelectMany(section =>
                section.Lines.Select(line =>
                    $"{section.Title}. {line.Subject}: {line.Status}; {line.Details}".TrimEnd()
                )
            );

        Assert.Equal(
            """
            Round. Status: suspended; by ostrelia, until Monday
            Agreements and exchanges. Lake Accord, breach: ; varland alleges that ostrelia broke it: boats at night
            Agreements and exchanges. Lake Accord, parties: ; varland, ostrelia
            Agreements and exchanges. Lake Accord, status: reached;
            Agreements and exchanges. Lake Accord, terms: ; one shore each
            Agreements and exchanges. The swap: agreed; prisoners, from varland, to ostrelia
            Proposals and concessions. Merin Plan, varland: accepted; in part: the toll
            """,
            string.Join('\n', lines)
        );
    }

    [Fact]
    public void A_deadline_without_a_name_is_called_a_deadline()
    {
        var answer = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-05")
                    .Says<DeadlineSet>("dl", r => CreateDeadline(r.Observed(), name: null))
                    .Says<DeadlineSet>("other", r => CreateDeadline(r.Observed(), "the Lake Deadline"))
            )
            .Ask();

        Assert.Equal(["varland: deadline", "varland: the Lake Deadline"], ListSubjects(answer));

        static DeadlineSet CreateDeadline(DeadlineSet report, string? name) =>
            report with
            {
                Actor = Varland,
                Deadline = Edtf.Parse("2031-04-20"),
                Kind = DeadlineKind.Set,
                Name = name,
            };
    }

    [Fact]
    public void Every_attack_is_told_also_where_statements_are_only_counted()
    {
        var answer = Sample
            .History(
                Sample
                    .Article("morning-herald", "2031-04-05")
                    .Says<HostilitiesReported>("shells", r =>
                        r.By(AdaBrill) with
                        {
                            Actor = Ostrelia,
                            Kind = "shelling",
                            Killed = 12,
                            Place = "Merin",
                        }
                    )
            )
            .Ask();

        var section = Assert.Single(
            BriefingBuilder.Build(answer, all: false).Rounds.SelectMany(round => round.Sections)
        );
        Assert.Equal(Subjects.Hostilities, section.Title);
        Assert.Contains("12 killed", Assert.Single(section.Lines).Details);
    }

    private static IEnumerable<string> ListSubjects(Answer answer) =>
        BriefingBuilder
            .Build(answer, all: true)
            .Rounds.SelectMany(round => round.Sections)
            .SelectMany(section => section.Lines)
            .Select(line => line.Subject);
}
