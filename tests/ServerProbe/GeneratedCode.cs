using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wolverine;

namespace ServerProbe;

/// <summary>Writes the code by which Wolverine calls the handlers and the endpoints. It needs no database.</summary>
internal static class GeneratedCode
{
    public static void Write(string folder)
    {
        // Set before anything is built: otherwise the handlers of the code that was written last are taken.
        DynamicCodeBuilder.WithinCodegenCommand = true;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureWolverine(options =>
            options.CodeGeneration.GeneratedCodeOutputPath = Path.GetFullPath(folder)
        );
        using var dataSource = NpgsqlDataSource.Create("Host=localhost");
        using var app = (IDisposable)NegotiationServer.Build(builder, new ServerSettings(), dataSource, _ => null!);
        var services = ((WebApplication)app).Services;
        var code = new DynamicCodeBuilder(services, [.. services.GetServices<ICodeFileCollection>()])
        {
            ServiceVariableSource = services.GetService<IServiceVariableSource>(),
        };
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        code.WriteGeneratedCode(Console.WriteLine);
    }
}
