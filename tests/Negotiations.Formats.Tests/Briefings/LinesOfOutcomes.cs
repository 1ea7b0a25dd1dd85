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
            Agreements and exchanges. Lake accord, varland → ostrelia: alleged; by ostrelia, boats at night
            Agreements and exchanges. Lake accord, parties: ; varland, ostrelia
            Agreements and exchanges. Lake accord, status: reached;
            Agreements and exchanges. Lake accord, terms: ; one shore each
            Agreements and exchanges. The swap: agreed; prisoners, from varland, to ostrelia
            Proposals and concessions. Merin plan, varland: accepted; in part: the toll
            """,
            string.Join('\n', lines)
        );
    }
}
