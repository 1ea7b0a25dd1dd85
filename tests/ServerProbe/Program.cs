using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Negotiations.Coding;
using ServerProbe;
using Wolverine;

if (args is ["generate", var folder])
{
    GeneratedCode.Write(folder);
    return;
}

// The server as a process of its own, which dies at one place of its work: CONNECTION PLACE FILE... It records the
// coded files of articles, says so, and works on until its input ends.
var (connection, place, files) = (args[0], args[1], args[2..]);
var builder = WebApplication.CreateBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.ConfigureMarten(new Death(place).AddTo);
await using var dataSource = await ProgramConnections.CreateAsync(connection);
await using var app = await NegotiationServer.BuildAsync(
    builder,
    new ServerSettings { SingleNode = true, ChangesQueue = "changes" },
    dataSource
);
await app.StartAsync();
foreach (var file in files)
{
    await using var scope = app.Services.CreateAsyncScope();
    await scope
        .ServiceProvider.GetRequiredService<IMessageBus>()
        .InvokeAsync(new RecordArticle(new SubmittedFile(file, await File.ReadAllTextAsync(file))));
}

Console.WriteLine("taken in");
await Console.In.ReadToEndAsync();
await app.StopAsync();
