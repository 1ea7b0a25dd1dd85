namespace Negotiations.Assistant.Texts;

/// <summary>Turns positions in UTF-16 units into positions in code points.</summary>
internal sealed class CodePoints
{
    // One entry for each 256 units: the code points before it. Null where both counts are the same everywhere.
    private const int Step = 256;
    private readonly int[]? marks;
    private readonly string text;

    public CodePoints(NormalisedText text)
    {
        this.text = text.Value;
        if (text.Length == this.text.Length)
            return;
        marks = new int[(this.text.Length / Step) + 1];
        var count = 0;
        for (var i = 0; i < this.text.Length; i++)
        {
            if (i % Step == 0)
                marks[i / Step] = count;
            if (!char.IsLowSurrogate(this.text[i]))
                count++;
        }

        if (this.text.Length % Step == 0)
            marks[^1] = count;
    }

    public int Convert(int place)
    {
        if (marks is null)
            return place;
        return marks[place / Step] + Count(place / Step * Step, place);
    }

    public ProposedSpan Convert(int start, int end) => new(Convert(start), Convert(end));

    private int Count(int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            count += char.IsLowSurrogate(text[i]) ? 0 : 1;
        return count;
    }
}
