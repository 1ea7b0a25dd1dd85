using Negotiations.Assistant.Names;
using Negotiations.Assistant.Reading;
using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Rules;

/// <summary>Reads the sentences of one paragraph after the other, and remembers whom the text spoke of.</summary>
internal sealed class ParagraphReader(string text, MentionFinder names, Discourse discourse)
{
    // In sentences: farther ahead nobody looks for who is quoted.
    private const int LongestQuotation = 12;

    private SpokenPart? last;

    /// <summary>Forgets who spoke: another entry begins.</summary>
    public void Forget()
    {
        last = null;
        discourse.Forget();
    }

    public List<SentenceReading> Read(Paragraph paragraph)
    {
        var readings = new List<SentenceReading>();
        foreach (var sentence in SentenceSplitter.Split(Tokenizer.Read(text, paragraph.Start, paragraph.End)))
        {
            var reading = SentenceReading.Read(sentence, text, names, discourse);
            reading.Attributions = AttributionReader.Read(reading.Elements);
            readings.Add(reading);
            Note(reading);
        }

        for (var i = 0; i < readings.Count; i++)
        {
            if (IsQuotation(readings[i]) && !readings[i].Attributions.Any(one => one.Covers(0)))
                readings[i].Attributions = [.. readings[i].Attributions, .. FindSpeaker(readings, i)];
            if (
                readings[i].Attributions.LastOrDefault(one => one.Speaker is { IsActor: true, Written.Length: > 0 }) is
                { } said
            )
                last = said with { In = said.In ?? readings[i] };
            readings[i].ResolveSpeaker();
        }

        return readings;
    }

    private void Note(SentenceReading reading)
    {
        var said = reading.Attributions.Select(one => one.Speaker).OfType<Mention>();
        var named = said.Concat(
                reading.Mentions.Where(mention => mention.Kind is MentionKind.Named or MentionKind.Reference)
            )
            .SelectMany(mention => mention.Entities)
            .Where(entity => entity.Kind is not (EntityKind.Outlet or EntityKind.Agency))
            .Distinct();
        discourse.Note(named);
        if (reading.Mentions.Any())
            discourse.IsJoint =
                reading.Mentions.Any(mention => mention.Kind == MentionKind.Reference && mention.Entities.Count > 1)
                || reading.Mentions.SelectMany(mention => mention.Entities).Intersect(discourse.Sides).Count() > 1;
    }

    // Who says a sentence that stands in quotation marks as a whole: whoever the next says, whose quotation goes on, or
    // the one before.
    private IEnumerable<SpokenPart> FindSpeaker(List<SentenceReading> readings, int place)
    {
        var donor = last;
        for (
            var next = place + 1;
            next < readings.Count && next <= place + LongestQuotation && readings[next].Sentence.BeginsQuoted;
            next++
        )
        {
            if (readings[next].Attributions.FirstOrDefault(one => one.Covers(0)) is { } following)
            {
                donor = following with { In = readings[next] };
                break;
            }
        }

        if (donor is not null)
            yield return donor with
            {
                Verb = -1,
                First = 0,
                Last = readings[place].Elements.Count - 1,
            };
    }

    private static bool IsQuotation(SentenceReading reading) =>
        reading.Elements[0].Kind == ElementKind.Quote || reading.Sentence.BeginsQuoted;
}
