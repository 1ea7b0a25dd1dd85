using Marten;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Negotiations.Server.Pages;

namespace Negotiations.Server.Desk;

/// <summary>A request of somebody who may make it, with what its page is made of.</summary>
internal sealed class DeskRequest(HttpContext context, Caller caller, PageServices services)
{
    private const string Html = "text/html; charset=utf-8";

    public HttpContext Context => context;

    public Caller Caller => caller;

    public MartenEventStore Store => services.Store;

    public HeldTexts? Texts => services.Texts;

    public DraftShelf Shelf { get; } = new(context.RequestServices.GetRequiredService<IDocumentStore>());

    /// <summary>What was sent; only a request that changes something has it.</summary>
    public DeskForm Form { get; init; } = null!;

    public CancellationToken Cancelled => context.RequestAborted;

    /// <summary>By which name whoever asks decides proposals.</summary>
    public string Reviewer => caller.Name ?? Environment.UserName;

    /// <summary>A parameter of the address; null where it is not there.</summary>
    /// <exception cref="WrongParameterException">It has what no text can have.</exception>
    public string? this[string name]
    {
        get
        {
            var text = context.Request.Query[name].ToString();
            if (ForbiddenCharacters.FindProblem(text) is { } problem)
                throw new WrongParameterException(name, $"'{name}' {problem}");
            return text.Length > 0 ? text : null;
        }
    }

    /// <summary>A part of the path.</summary>
    public string Part(string name) => (string)context.Request.RouteValues[name]!;

    /// <summary>The draft that the path names, as it is now.</summary>
    public Task<CodingDraft> FindDraftAsync() =>
        Guid.TryParse(Part("draft"), out var id)
            ? Shelf.FindAsync(id, caller, Cancelled)
            : throw new UnknownDraftException();

    /// <summary>What every page of the desk shows beside its content.</summary>
    public DeskVisit Visit()
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return new(tokens.FormFieldName, tokens.RequestToken!, caller.Name, caller.IsKnown && !caller.IsOnlyUser);
    }

    /// <summary>A page.</summary>
    public async Task<IResult> ShowAsync<TPage>(object page, int status = StatusCodes.Status200OK)
        where TPage : IComponent
    {
        context.Response.StatusCode = status;
        return Results.Bytes(await services.Renderer.RenderAsync<TPage>(page), Html);
    }

    /// <summary>Another address to go on at, so that sending the page again sends nothing twice.</summary>
    public IResult Go(string to)
    {
        context.Response.Headers.Location = to;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>What every page of the desk shows beside its content.</summary>
/// <param name="TokenName">Name of the field that shows that a form is one of this server's.</param>
/// <param name="Token">Its value.</param>
/// <param name="Name">Who has signed in; null where nobody has, and for the only user.</param>
/// <param name="MaySignOut">Whether somebody has signed in.</param>
public sealed record DeskVisit(string TokenName, string Token, string? Name, bool MaySignOut);
