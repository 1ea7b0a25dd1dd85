using System.Xml.Linq;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Negotiations.Server;

/// <summary>A key by which cookies and forms are protected.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Xml">The key, as ASP.NET writes it.</param>
public sealed record ProtectionKey(string Id, string Xml);

/// <summary>Keeps these keys in the database, so that a form of one node can be sent to another.</summary>
/// <remarks>Each stays for ever: what it protects ends earlier.</remarks>
internal sealed class ProtectionKeys(IDocumentStore documents) : IXmlRepository
{
    /// <summary>Has ASP.NET keep its keys there.</summary>
    public static void Add(IServiceCollection services)
    {
        // Otherwise the folder of the program would be part of what tells one program from another.
        services.AddDataProtection().SetApplicationName("negotiations");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<IDocumentStore>((options, documents) => options.XmlRepository = new ProtectionKeys(documents));
    }

    // ASP.NET asks seldom, at the start and when a key is about to end, and waits.
    public IReadOnlyCollection<XElement> GetAllElements() => Task.Run(ReadAsync).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => KeepAsync(new(friendlyName, element.ToString(SaveOptions.DisableFormatting))))
            .GetAwaiter()
            .GetResult();

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        await using var session = documents.QuerySession();
        return [.. (await session.Query<ProtectionKey>().ToListAsync()).Select(key => XElement.Parse(key.Xml))];
    }

    private async Task KeepAsync(ProtectionKey key)
    {
        await using var session = documents.LightweightSession();
        session.Store(key);
        await session.SaveChangesAsync();
    }
}
