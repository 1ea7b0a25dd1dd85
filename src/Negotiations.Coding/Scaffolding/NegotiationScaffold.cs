namespace Negotiations.Coding;

/// <summary>The beginning of the file of a negotiation, to be filled in by a person.</summary>
public static class NegotiationScaffold
{
    /// <summary>What the file says, in YAML: it can be replayed as it is, and its examples are comments.</summary>
    /// <param name="id">Identifier of the negotiation.</param>
    /// <exception cref="WrongInputException">It is no identifier.</exception>
    public static string Write(string id)
    {
        if (!Slug.IsValid(id))
            throw new WrongInputException(
                $"'{id}' is neither the file of an article nor an identifier of a negotiation; write it like "
                    + $"'{Slug.From(id)}'"
            );
        return $$"""
            # The file of a negotiation; docs/coding.md says how. For completion in an editor put here:
            # yaml-language-server: $schema=PATH/TO/docs/schema/negotiation.schema.json
            negotiation: {{YamlText.WriteInLine(YamlText.Text(id))}}
            title: {{YamlText.WriteInLine(YamlText.Text(id))}}  # what people call it
            zone: UTC  # time zone of the talks, such as Europe/Helsinki: days end by it
            rounds:
              - { id: talks }
            #  - { id: 2031-04, title: Talks of April 2031, when: 2031-04 }
            #  - { id: "2029", title: The round before, when: "2029", background: true }
            parties: []
            #  - { name: Norland, spellings: [the Norlanders] }
            people: []
            #  - { name: Mary Sund, side: norland, office: transport minister of Norland, spellings: [Ms Sund, Sund] }
            #  - { name: Ida Vang, side: norland, speaksFor: ministry-of-transport, spellings: [Vang] }
            institutions: []
            #  - { name: Ministry of Transport, side: norland, spellings: [the ministry] }
            groups: []
            outlets: []
            #  - { name: The Quay }
            agencies: []
            #  - { name: Port Wire }
            issues: []
            #  - { name: Fares, spellings: [prices, ticket prices] }
            places: []
            #  - { name: Port Halden, in: Norland }
            #  - { name: Norland }

            """.ReplaceLineEndings("\n");
    }
}
