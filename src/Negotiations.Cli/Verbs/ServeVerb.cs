using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Stores;
using Negotiations.Server;

namespace Negotiations.Cli.Verbs;

/// <summary><c>serve</c>: the pages and the API, in a browser.</summary>
internal static class ServeVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "serve",
            "Shows the store in a browser, and answers programs over HTTP, until Ctrl+C. Only this machine can reach "
                + "it, and whoever can may record as well.",
            ("negotiations serve", "says the address to open"),
            ("negotiations serve --articles my-texts", "pages quote the sentences in which reports stand"),
            ("negotiations serve --urls http://localhost:8080", "at another port")
        );
        var urls = new Option<string?>("--urls")
        {
            HelpName = "URLS",
            Description =
                "Where it listens, such as http://localhost:8080; several apart by semicolons. Without it: on this "
                + "machine, at the first free port from 5081 on",
        };
        var articles = new ArticlesOption(
            "Folder with the texts of the articles: pages quote the sentences in which reports stand, and never more"
        );
        var migrate = new Option<bool>("--migrate")
        {
            Description =
                "Makes the tables of the server in the database of --connection first, as its owner; in your own store "
                + "they are made anyway",
        };
        var connection = new ConnectionOption();
        verb.Options.Add(urls);
        verb.Options.Add(articles);
        verb.Options.Add(migrate);
        verb.Options.Add(connection);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                // Looked at before anything is started.
                _ = articles.Read(parsed);
                var address = connection.Read(parsed);
                await using var opened =
                    address.Connection is null || parsed.GetValue(migrate)
                        ? await StoreOpener.ForIntakeAsync(address, error, cancellationToken)
                        : await StoreOpener.ForQuestionsAsync(address, error, cancellationToken);
                await using var server = await LocalServer.StartAsync(
                    opened,
                    new(parsed.GetValue(urls), parsed.GetValue(articles), parsed.GetValue(migrate)),
                    cancellationToken
                );
                foreach (var listening in server.Addresses)
                    output.WriteLine($"{listening}");
                error.WriteLine("negotiations: open that address in a browser; Ctrl+C stops the server");
                await server.RunAsync(cancellationToken);
                return ExitCode.Fine;
            }
        );
        return verb;
    }
}
