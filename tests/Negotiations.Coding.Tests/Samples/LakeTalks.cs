namespace Negotiations.Coding.Tests;

/// <summary>The coded files of an invented negotiation.</summary>
public static class LakeTalks
{
    public const string Id = "lake";

    public const string ArticleId = "herald-1";

    public static string Stream => StreamName.ForArticle(Id, ArticleId);

    public static string A { get; } = new('a', 64);

    public static string B { get; } = new('b', 64);

    public static string C { get; } = new('c', 64);

    public const string Negotiation = """
        negotiation: lake
        title: Lake talks
        zone: Europe/Helsinki
        rounds:
          - { id: "2029", when: "2029" }
          - { id: 2031-04, title: Talks of April 2031, when: 2031-04 }
        parties:
          - { name: Varland, spellings: [the Varlanders] }
          - { name: Ostrelia, spellings: [] }
          - { name: Merin }
        people:
          - { name: Ada Brill, side: varland, office: president of Varland, spellings: [Brill, President Brill] }
          - { name: Pell Arno, side: varland, speaksFor: chancellery, spellings: [Arno] }
          - { name: Tomas Keel, side: ostrelia, spellings: [Keel] }
          - { name: Ines Rook }
        institutions:
          - { name: Chancellery of Varland, id: chancellery, side: varland, spellings: [the chancellery] }
        groups:
          - { name: Fishing villages }
        outlets:
          - { name: The Herald, id: herald }
          - { name: Daily Ledger }
        agencies:
          - { name: Lakewire }

        """;

    /// <summary>An article with one report of each kind that the tests need; its text is held by nobody.</summary>
    public static string Article { get; } =
        $$"""
            article: herald-1
            negotiation: lake
            outlet: The Herald
            title: Talks by the lake
            language: en
            text:
              file: herald-1.txt
              sha256: {{A}}
              length: 2000
            published:
              time: 2031-04-02T18:30
              basis: stated
            coder: a tester
            chain:
              - {name: Lakewire, kind: agency, start: 5, end: 13, sha256: {{A}}}
              - {name: The Herald, kind: outlet, start: 0, end: 10, sha256: {{B}}}
            events:

              - id: offer
                type: TalksOffered
                actor: President Brill
                written: the president
                target: Ostrelia
                others: [Merin, Fishing villages]
                round: 2031-04
                details:
                  form: direct talks
                  venues: [Pier house, Old mill]
                  date: 2031-04-04
                happened: 2031-04-02
                happenedFrom: on Wednesday
                timeOfDay: morning
                chain:
                  - {name: Arno, kind: person, start: 20, end: 30, sha256: {{A}}}
                standing: own
                modality: asserted
                evidence:
                  - {start: 40, end: 50, sha256: {{A}}}
                certainty: 5
                act: varland-offers-talks
                summary: Brill offered talks.

              - id: keel-stays-away
                type: AttendanceDeclined
                actor: Keel
                round: 2031-04
                details:
                  person: Tomas Keel
                  event: Lake talks
                  kind: announced
                happened: 2031-04-02
                timeOfDay: evening
                lookingBack: false
                chain:
                  - {name: two officials, kind: unnamed, side: Ostrelia, start: 60, end: 70, sha256: {{A}}}
                standing: own-unnamed
                modality: reported
                evidence:
                  - {start: 80, end: 90, sha256: {{A}}}
                certainty: 3
                act: keel-declines
                precededBy: [offer]
                summary: Keel will not come.

              - id: pause
                type: CeasefireProposed
                actor: Merin
                round: general
                details:
                  durationDays: 10
                  unconditional: true
                  scope: null
                standing: observed
                modality: asserted
                evidence:
                  - {start: 100, end: 110, sha256: {{A}}}
                  - {start: 110, end: 120, sha256: {{B}}}
                certainty: 4
                act: merin-proposes-pause
                summary: Merin proposed a pause of ten days.

              - id: delegation
                type: DelegationNamed
                actor: Varland
                round: 2031-04
                details:
                  delegationSide: Varland
                  members: [Ada Brill, Ines Rook]
                  count: 2
                standing: observed
                modality: asserted
                evidence:
                  - {start: 120, end: 130, sha256: {{A}}}
                certainty: 4
                act: varland-delegation
                summary: Two people go for Varland.

              - id: call
                type: MeetingHeld
                actor: null
                round: 2031-04
                details:
                  participants: [Brill, Keel]
                  venue: null
                  channel: call
                standing: observed
                modality: asserted
                evidence:
                  - {start: 140, end: 150, sha256: {{A}}}
                certainty: 4
                act: brill-keel-call
                summary: The two spoke.

              - id: schedule
                type: TalksScheduled
                actor: Ines Rook
                round: 2031-04
                details:
                  date: 2031-04-04
                  venue: Pier house
                  time: null
                  parties: [Varland, Ostrelia]
                chain:
                  - {name: null, kind: unnamed, implied: the text says reportedly}
                standing: other
                modality: planned
                evidence:
                  - {start: 160, end: 170, sha256: {{A}}}
                certainty: 4
                act: talks-on-the-fourth
                summary: The talks are set for the fourth.

              - id: rook-comes
                type: AttendanceConfirmed
                actor: Ines Rook
                side: Varland
                round: 2031-04
                details:
                  person: Ines Rook
                  event: Lake talks
                  confirmedBy: Ines Rook
                chain:
                  - {name: Ines Rook, kind: person, start: 180, end: 190, sha256: {{A}}}
                standing: own
                modality: planned
                evidence:
                  - {start: 180, end: 200, sha256: {{A}}}
                certainty: 4
                act: rook-confirms
                summary: Rook will come.

            """;
}
