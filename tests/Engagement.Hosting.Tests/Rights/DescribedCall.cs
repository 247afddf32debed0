using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Hosting.Tests.Rights;

/// <summary>A call of the API's description, and how to make it about a place.</summary>
internal sealed record DescribedCall(string Name, HttpMethod Method, string Path, IReadOnlyList<string> Query, bool HasBody)
{
    /// <summary>Calls that look into their body for the store: they need one that is good.</summary>
    private static readonly Dictionary<string, Func<Target, string>> Bodies = new(StringComparer.Ordinal)
    {
        ["ingestEvents"] = target => $$"""[{"id":"{{Guid.NewGuid()}}","type":"tag","name":"t","member":"{{target.Member}}","store":"{{target.Store}}"}]""",
        ["inviteStaff"] = target => $$"""{"signInName":"{{Guid.NewGuid()}}","name":"New","role":"care_staff","stores":["{{target.Store}}"]}""",
        ["recoverStaff"] = _ => "{}",
        ["changeStaff"] = _ => """{"name":"Renamed"}""",
        ["findMembers"] = target => $$"""{"store":"{{target.Store}}"}""",
        ["quote"] = target => $$"""{"member":"{{target.Member}}","store":"{{target.Store}}","items":[{"category":"skin","amount":10}]}""",
    };

    public bool IsAboutAChain => Path.Contains("{chain}", StringComparison.Ordinal);

    /// <summary>Whether the call says which store, or which member at home in one, it is about.</summary>
    public bool IsAboutAStore =>
        IsAboutAChain && (Bodies.ContainsKey(Name) || Query.Contains("store") || Name == "listMessages"
            || Path.Contains("{store}", StringComparison.Ordinal) || Path.Contains("{id}", StringComparison.Ordinal)
            || Path.Contains("{task}", StringComparison.Ordinal) || Path.Contains("{account}", StringComparison.Ordinal));

    /// <summary>Whether it is about an account of the staff: each try has one of its own, for some take it away.</summary>
    public bool IsAboutAnAccount => Path.Contains("{account}", StringComparison.Ordinal);

    public static IEnumerable<DescribedCall> All(JsonNode description)
    {
        foreach (var (path, methods) in description["paths"]!.AsObject())
        {
            foreach (var (method, call) in methods!.AsObject())
            {
                var query = (call!["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => (string)parameter!["name"]!);
                yield return new((string)call["operationId"]!, new(method.ToUpperInvariant()), path, [.. query], call["requestBody"] is not null);
            }
        }
    }

    public HttpRequestMessage About(Target target)
    {
        var path = Path
            .Replace("{chain}", target.Chain, StringComparison.Ordinal)
            .Replace("{store}", target.Store, StringComparison.Ordinal)
            .Replace("{task}", target.Task, StringComparison.Ordinal)
            .Replace("{id}", Path.Contains("/messages/", StringComparison.Ordinal) ? target.Message : target.Member, StringComparison.Ordinal)
            .Replace("{account}", target.Account, StringComparison.Ordinal)
            .Replace("{version}", "1", StringComparison.Ordinal);
        // Things that are the chain's: none is there, which who may ask is told.
        while (path.IndexOf('{', StringComparison.Ordinal) is >= 0 and var open)
            path = string.Concat(path.AsSpan(0, open), "none", path.AsSpan(path.IndexOf('}', open) + 1));
        if (Query.Contains("store") && !Path.Contains("{store}", StringComparison.Ordinal))
            path += "?store=" + target.Store;
        else if (Name == "listMessages")
            path += "?member=" + target.Member;
        var request = new HttpRequestMessage(Method, path);
        // Half a body: whoever is let in is told so, and nothing happens.
        if (Bodies.TryGetValue(Name, out var body))
            request.Content = new StringContent(body(target), Encoding.UTF8, "application/json");
        else if (HasBody)
            request.Content = new StringContent("{", Encoding.UTF8, "application/json");
        return request;
    }
}

/// <summary>What a call is about.</summary>
internal sealed record Target(string Chain, string Store, string Member, string Task, string Message, string Account = "none");
