namespace Negotiations.Pages.Tests;

/// <summary>An invented article on the invented dispute about a harbour.</summary>
public static class FerryArticle
{
    public const string Offer = "The union offered Tidewell talks about the ferries on Wednesday";

    public const string Refusal = "Mr Fennimoor will not come to the Old Customs House";

    public const string Text = $"""
        Ferries wait while Port Halden talks about talks

        {Offer}, said Ilka Morvane at the north quay.

        “{Refusal},” Corwen Hask told the Courier. “He has ships to look after.”

        The ministry urged both sides to meet before Sunday. Nobody in the port expects it; the ferries wait, and wait.
        """;
}
