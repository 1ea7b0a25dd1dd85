namespace Negotiations.Coding.Tests;

/// <summary>
/// Random edits of a text of few sentences, so that many read the same; what became of each is known.
/// </summary>
public class RandomEdits
{
    private const int Trials = 240;

    private static readonly string[] Sentences =
    [
        "He said no.",
        "The union waits for word from the pier.",
        "Tidewell refused to pay a crown more 🚢 than last year.",
        "Nobody came to the gate.",
        "The ferry to Senda was late again, as always in April.",
        "“No cranes,” said Jom̄ Terrac.",
        "Talks were to open on Friday at ten in the Old Customs House.",
    ];

    /// <summary>A sentence in a text; the number tells it from those that read the same.</summary>
    private sealed record Sentence(int Number, string Text);

    [Fact]
    public async Task A_report_is_only_carried_by_the_very_sentence_it_stood_in_and_only_dropped_when_that_is_gone()
    {
        var (carried, dropped, repeated) = (0, 0, 0);
        for (var seed = 1; seed <= Trials; seed++)
        {
            using var strike = new Strike();
            var random = new Random(seed);
            var number = 0;
            var before = Enumerable
                .Range(0, random.Next(3, 9))
                .Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => New()).ToList())
                .ToList();
            var after = Edit(before.Select(paragraph => paragraph.ToList()).ToList());
            var (oldText, newText) = (JoinText(before), JoinText(after));
            if (new NormalisedText(newText).Length == 0)
                continue;
            var sentences = before.SelectMany(paragraph => paragraph).ToList();
            var passages = sentences.Select(sentence => FindPassage(before, sentence)).ToList();

            var proposed = await strike.EditAsync(oldText, newText, passages);

            var now = after.SelectMany(paragraph => paragraph).ToList();
            foreach (var report in proposed.Reports)
            {
                var sentence = sentences.Single(sentence => $"r{sentence.Number}" == report.Report);
                if (report.Fate == CarriedStatus.Carried)
                {
                    var at = now.FindIndex(other => other.Number == sentence.Number);
                    var stands =
                        at >= 0
                        && now[at].Text == sentence.Text
                        && FindPassage(after, sentence).SpansIn(new(newText)).SequenceEqual(report.Evidence);
                    Assert.True(
                        stands
                            || Around(
                                oldText,
                                passages.Single(passage => passage.Id == report.Report).SpansIn(new(oldText)).Single()
                            ) == Around(newText, report.Evidence.Single()),
                        $"seed {seed}: {report.Report} is carried by a lookalike\n{oldText}\n----\n{newText}"
                    );
                    carried++;
                    if (sentences.Count(other => other.Text == sentence.Text) > 1)
                        repeated++;
                }

                if (report.Fate != CarriedStatus.Dropped)
                    continue;
                Assert.True(
                    now.All(other => other.Number != sentence.Number),
                    $"seed {seed}: {report.Report} is still there, but is said to be "
                        + $"dropped\n{oldText}\n----\n{newText}"
                );
                dropped++;
            }

            Sentence New() =>
                new(
                    number++,
                    random.Next(3) == 0
                        ? Sentences[random.Next(Sentences.Length)]
                        : $"Berth {random.Next(40)} {Sentences[random.Next(Sentences.Length)]}"
                );

            List<List<Sentence>> Edit(List<List<Sentence>> text)
            {
                for (var edits = random.Next(1, 4); edits > 0; edits--)
                {
                    if (text.Count == 0)
                        break;
                    var paragraph = text[random.Next(text.Count)];
                    switch (random.Next(6))
                    {
                        case 0:
                            text.Remove(paragraph);
                            break;
                        case 1:
                            text.Insert(random.Next(text.Count + 1), [New()]);
                            break;
                        case 2:
                            text.Remove(paragraph);
                            text.Insert(random.Next(text.Count + 1), paragraph);
                            break;
                        case 3:
                            paragraph.RemoveAt(random.Next(paragraph.Count));
                            break;
                        case 4:
                            paragraph.Insert(random.Next(paragraph.Count + 1), New());
                            break;
                        default:
                            var at = random.Next(paragraph.Count);
                            paragraph[at] = paragraph[at] with { Text = paragraph[at].Text.Replace("the", "any") };
                            break;
                    }

                    text.RemoveAll(left => left.Count == 0);
                }

                return text;
            }
        }

        Assert.True(
            carried > Trials && dropped > Trials / 10 && repeated > Trials / 10,
            $"{carried} carried, {dropped} dropped, {repeated} of which others read the same: too few to tell"
        );
    }

    // Where the same five words stand before and after it, nobody can tell that one sentence was put in the place of
    // another.
    private static string Around(string text, TextSpan span)
    {
        var normalised = new NormalisedText(text);
        var before = normalised.Slice(0, span.Start).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var after = normalised
            .Slice(span.End, normalised.Length)
            .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', before.TakeLast(5)) + " | " + string.Join(' ', after.Take(5));
    }

    private static Passage FindPassage(IReadOnlyList<IReadOnlyList<Sentence>> paragraphs, Sentence sentence)
    {
        var paragraph = paragraphs.First(paragraph => paragraph.Any(other => other.Number == sentence.Number));
        var text = JoinText([
            .. paragraphs.TakeWhile(other => other != paragraph),
            [.. paragraph.TakeWhile(other => other.Number != sentence.Number).Append(sentence)],
        ]);
        var start = text.Length - sentence.Text.Length;
        var place = Enumerable
            .Range(0, start)
            .Count(at => text.AsSpan(at).StartsWith(sentence.Text, StringComparison.Ordinal));
        return new($"r{sentence.Number}", sentence.Text) { Place = place };
    }

    private static string JoinText(IEnumerable<IEnumerable<Sentence>> paragraphs) =>
        string.Join(
            "\n\n",
            paragraphs.Select(paragraph => string.Join(' ', paragraph.Select(sentence => sentence.Text)))
        );
}
