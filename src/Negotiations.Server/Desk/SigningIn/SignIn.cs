using Microsoft.AspNetCore.Authentication;

namespace Negotiations.Server.Desk;

/// <summary>Signing in with a key, and out again.</summary>
internal static class SignIn
{
    public static Task<IResult> ShowAsync(DeskRequest request) => ShowAsync(request, request["to"], error: null);

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
    ) => request.ShowAsync<SignInPage>(new SignInContent(request.Visit(), SignInAddress.Check(to), error), status);
}

/// <summary>The page on which one signs in.</summary>
/// <param name="Visit">Who looks at it.</param>
/// <param name="To">Where one goes on then.</param>
/// <param name="Error">What was wrong with what was sent; null where nothing was.</param>
public sealed record SignInContent(DeskVisit Visit, string To, string? Error);
