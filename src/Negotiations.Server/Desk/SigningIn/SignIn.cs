using Microsoft.AspNetCore.Authentication;

namespace Negotiations.Server.Desk;

/// <summary>Signing in with a key, and out again.</summary>
internal static class SignIn
{
    public static Task<IResult> ShowAsync(DeskRequest request) =>
        ShowAsync(
            request,
            request["to"],
            request["failed"] is null ? null : "signing in with your organisation has failed: try again, or use a key"
        );

    public static async Task<IResult> SendAsync(DeskRequest request)
    {
        var to = request.Form.Find("to");
        if (request.Caller.IsOnlyUser)
            return request.Go(SignInAddress.Check(to));
        if (!await BrowserSessions.TrySignInAsync(request.Context, request.Form["key"].Trim()))
            return await ShowAsync(
                request,
                to,
                "this is no key of this server, or it was revoked; whoever runs the server gives keys out",
                StatusCodes.Status401Unauthorized
            );
        return request.Go(SignInAddress.Check(to));
    }

    /// <summary>Sends somebody to sign in with the organisation.</summary>
    public static async Task<IResult> AskOrganisationAsync(DeskRequest request)
    {
        if (!HasOrganisation(request))
            throw new NotFoundInDeskException("people sign in here with a key");
        var to = SignInAddress.Check(request["to"]);
        await request.Context.ChallengeAsync(
            OrganisationSignIn.SchemeName,
            new AuthenticationProperties { RedirectUri = $"/desk/welcome?to={Uri.EscapeDataString(to)}" }
        );
        return Results.Empty;
    }

    /// <summary>Leads somebody on who comes back from the organisation.</summary>
    // A browser sends the cookie of the session only from a page of this server, and not on the way from another.
    public static Task<IResult> WelcomeAsync(DeskRequest request) =>
        request.ShowAsync<WelcomePage>(
            new SignInContent(request.Visit(), SignInAddress.Check(request["to"]), Error: null)
        );

    public static async Task<IResult> EndAsync(DeskRequest request)
    {
        if (!request.Caller.IsOnlyUser)
            await request.Context.SignOutAsync(BrowserSessions.SchemeName);
        return request.Go("/");
    }

    private static Task<IResult> ShowAsync(
        DeskRequest request,
        string? to,
        string? error,
        int status = StatusCodes.Status200OK
    ) =>
        request.ShowAsync<SignInPage>(
            new SignInContent(request.Visit(), SignInAddress.Check(to), error)
            {
                HasOrganisation = HasOrganisation(request),
            },
            status
        );

    private static bool HasOrganisation(DeskRequest request) =>
        request.Context.RequestServices.GetRequiredService<ServerSettings>().OpenIdConnect is not null;
}

/// <summary>The page on which one signs in.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="To">Where one goes on then.</param>
/// <param name="Error">What was wrong with what was sent; null where nothing was.</param>
public sealed record SignInContent(DeskVisit Visit, string To, string? Error)
{
    /// <summary>Whether one may sign in with an organisation.</summary>
    public bool HasOrganisation { get; init; }
}
