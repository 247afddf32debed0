using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>A small OpenID provider on a socket of its own: it vouches for whomever a test says, and checks what it is asked.</summary>
internal sealed class IdentityProvider : IAsyncDisposable
{
    public const string ClientId = "engagement";
    public const string ClientSecret = "the secret of this client";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _foreign = RSA.Create(2048);
    private readonly Dictionary<string, (string Challenge, string Nonce, string RedirectUri)> _codes = [];
    private WebApplication _app = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>The claims of the next id token, beside those that every one has.</summary>
    public Dictionary<string, object> Claims { get; set; } = [];

    /// <summary>Signs by a key that is not among those it publishes.</summary>
    public bool SignsWrongly { get; set; }

    /// <summary>Why the last request for a token was refused; null if it was not.</summary>
    public string? Refused { get; private set; }

    /// <summary>Whether it has handed out an id token at all.</summary>
    public bool HasVouched { get; private set; }

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        provider._app = builder.Build();
        provider._app.MapGet("/.well-known/openid-configuration", () => new
        {
            issuer = provider.Issuer,
            authorization_endpoint = provider.Issuer + "/authorize",
            token_endpoint = provider.Issuer + "/token",
            jwks_uri = provider.Issuer + "/keys",
        });
        provider._app.MapGet("/keys", () => provider.Keys());
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", (Delegate)provider.TokenAsync);
        await provider._app.StartAsync(TestContext.Current.CancellationToken);
        provider.Address = new(provider._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _foreign.Dispose();
    }

    private string Issuer => Address.ToString().TrimEnd('/');

    private object Keys()
    {
        var parameters = _key.ExportParameters(false);
        return new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = WebEncoders.Base64UrlEncode(parameters.Modulus!), e = WebEncoders.Base64UrlEncode(parameters.Exponent!) },
            },
        };
    }

    private IResult Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        if (asked["client_id"] != ClientId || asked["response_type"] != "code" || asked["code_challenge_method"] != "S256" || !asked["scope"].ToString().Contains("openid", StringComparison.Ordinal))
            return Results.BadRequest();
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = (asked["code_challenge"]!, asked["nonce"]!, asked["redirect_uri"]!);
        return Results.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var asked = await context.Request.ReadFormAsync();
        HasVouched = true;
        Refused = !_codes.Remove(asked["code"]!, out var issued) ? "code"
            : WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(asked["code_verifier"]!))) != issued.Challenge ? "verifier"
            : asked["redirect_uri"] != issued.RedirectUri ? "redirect_uri"
            : asked["client_secret"] != ClientSecret ? "client_secret" : null;
        return Refused is null
            ? Results.Json(new { access_token = "opaque", token_type = "Bearer", id_token = IdToken(issued.Nonce) })
            : Results.BadRequest(new { error = "invalid_grant" });
    }

    private string IdToken(string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = ClientId,
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = nonce,
            ["sub"] = "4711",
        };
        foreach (var (name, value) in Claims)
            claims[name] = value;
        var signed = Part(new { alg = "RS256", kid = "one", typ = "JWT" }) + "." + Part(claims);
        var signature = (SignsWrongly ? _foreign : _key).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return signed + "." + WebEncoders.Base64UrlEncode(signature);
    }

    private static string Part(object content) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(content));
}
