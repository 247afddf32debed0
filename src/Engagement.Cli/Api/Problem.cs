using System.Net;
using System.Text.Json;

namespace Engagement.Cli.Api;

/// <summary>Why the server refused: its problem+json, or the best that can be said of another answer.</summary>
internal sealed record Problem(
    HttpStatusCode Status, string? Title, string? Detail, string? Code, int Accepted = 0, TimeSpan? RetryAfter = null)
{
    /// <summary>The server is there but has no room now; the same request may be sent again later.</summary>
    public bool IsOverload => Status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    /// <summary>One line for people: title, detail, code.</summary>
    public string Describe()
    {
        var text = Title ?? $"The server answered {(int)Status}";
        if (!string.IsNullOrWhiteSpace(Detail))
            text += $": {Detail}";
        return DisplayText.Plain(Code is null ? $"{text} [{(int)Status}]" : $"{text} [{Code}]");
    }

    public static Problem Read(HttpStatusCode status, string body, TimeSpan? retryAfter)
    {
        try
        {
            var wire = JsonSerializer.Deserialize<Wire>(body, JsonSerializerOptions.Web);
            return new(status, wire?.Title, wire?.Detail, wire?.Code, wire?.Accepted ?? 0, retryAfter);
        }
        catch (JsonException)
        {
            return new(status, null, null, null, RetryAfter: retryAfter);
        }
    }

    private sealed record Wire(string? Title, string? Detail, string? Code, int? Accepted);
}
