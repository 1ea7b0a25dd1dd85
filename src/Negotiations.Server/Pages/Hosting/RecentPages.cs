using Microsoft.Extensions.Caching.Memory;

namespace Negotiations.Server.Pages;

/// <summary>Pages that were asked for lately, by their tags: many readers follow the same link.</summary>
internal sealed class RecentPages : IDisposable
{
    private const int MostBytes = 32_000_000;

    private readonly MemoryCache pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <summary>The page of a tag, rendered where it is not known.</summary>
    public async Task<byte[]> RenderAsync(string tag, Func<Task<byte[]>> render)
    {
        if (pages.TryGetValue<byte[]>(tag, out var known))
            return known!;
        var page = await render();
        return pages.Set(tag, page, new MemoryCacheEntryOptions { Size = page.Length });
    }

    public void Dispose() => pages.Dispose();
}
