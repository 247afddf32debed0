using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Node;

/// <summary>What a node answered.</summary>
public sealed record Answer(int Status, string? ContentType, JsonNode? Body, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<Answer> OfAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var type = response.Content.Headers.ContentType?.MediaType;
        return new(
            (int)response.StatusCode,
            type,
            type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null,
            response.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The body of a call that went well.</summary>
    public JsonNode Ok()
    {
        Assert.True(Status is 200 or 201, $"{Status}: {Body?.ToJsonString()}");
        return Body!;
    }

    /// <summary>Checks that this is a problem of RFC 9457 with the code and everything a program needs.</summary>
    public JsonNode Problem(int status, string code)
    {
        Assert.True(status == Status, $"expected {status}, got {Status}: {Body?.ToJsonString()}");
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal(code, (string?)Body!["code"]);
        Assert.Equal(status, (int)Body["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)Body["title"]));
        Assert.False(string.IsNullOrWhiteSpace((string?)Body["detail"]));
        return Body;
    }
}
