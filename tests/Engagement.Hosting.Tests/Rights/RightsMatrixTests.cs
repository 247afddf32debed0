using System.Text.Json.Nodes;
using Engagement.Hosting.Auth;
using Engagement.Hosting.Live;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Rights;

/// <summary>Every call and every method of the hub, as every role, on one's own and on others' places (docs/security/rights.md).</summary>
public sealed class RightsMatrixTests
{
    private static readonly string[] NotThere = ["unknown_chain", "unknown_member", "unknown_task", "unknown_message", "unknown_account"];

    private static readonly string[] Parting = ["signOut", "signOutEverywhere"];

    private static readonly string[] OfTheWholeChain = ["getChain", "listChains", "listColleagues", "listStores"];

    [Fact]
    public async Task Every_call_and_hub_method_is_on_the_page_of_rights_and_the_page_names_no_other()
    {
        await using var node = await TestNode.StartAsync();
        var described = DescribedCall.All((await node.GetAsync("/openapi/v1.json")).Ok()).Select(call => call.Name);
        var hub = typeof(LiveHub).GetMethods().Where(method => method.DeclaringType == typeof(LiveHub) && !method.IsVirtual).Select(method => "hub " + method.Name);

        Assert.Equal(described.Concat(hub).Order(StringComparer.Ordinal), RightsPage.Read().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_role_reaches_what_the_page_of_rights_says_and_nothing_else()
    {
        await using var world = await World.OpenAsync();
        var page = RightsPage.Read();
        var calls = DescribedCall.All((await world.Node.GetAsync("/openapi/v1.json")).Ok()).ToList();
        var wrong = new List<string>();
        foreach (var credential in await Credentials.AllAsync(world.Node))
        {
            using var client = credential.Client(world.Node);
            foreach (var call in calls.Where(call => !Parting.Contains(call.Name)))
            {
                var reach = credential.Reach(page[call.Name], call.IsAboutAStore, OfTheWholeChain.Contains(call.Name));
                await TryAsync(world.OwnStore, reach is not "–");
                if (call.IsAboutAStore)
                    await TryAsync(world.OtherStore, reach is not ("–" or "store"));
                if (call.IsAboutAChain)
                    await TryAsync(world.OtherChain, reach is not ("–" or "store" or "chain"));

                async Task TryAsync(Target target, bool isAllowed)
                {
                    if (call.IsAboutAnAccount)
                        target = await world.WithNewAccountAsync(target, !call.IsAboutAChain);
                    var answer = await Answer.OfAsync(client, call.About(target));
                    if (IsRefused(answer) == isAllowed || answer.Status >= 500)
                        wrong.Add($"{credential.Name}: {call.Name} of {target.Chain}/{target.Store} is {(isAllowed ? "allowed" : "not allowed")}, and was {answer.Status} {answer.Body?.ToJsonString()}");
                }
            }

            foreach (var method in page.Keys.Where(name => name.StartsWith("hub ", StringComparison.Ordinal)))
            {
                var reach = credential.Reach(page[method], isAboutAStore: true, isOfTheWholeChain: false);
                foreach (var (target, isAllowed) in new[]
                {
                    (world.OwnStore, reach != "–"), (world.OtherStore, reach is "chain" or "all"), (world.OtherChain, reach == "all"),
                })
                {
                    var first = await HubCall.FirstAsync(world.Node, credential, method["hub ".Length..], target);
                    if (first.IsItem != isAllowed)
                        wrong.Add($"{credential.Name}: {method} of {target.Chain}/{target.Store} is {(isAllowed ? "allowed" : "not allowed")}: {first.Frame}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Without_signing_in_only_what_is_for_anyone_answers()
    {
        await using var world = await World.OpenAsync();
        var page = RightsPage.Read();
        using var client = new HttpClient { BaseAddress = world.Node.Address };
        foreach (var call in DescribedCall.All((await world.Node.GetAsync("/openapi/v1.json")).Ok()))
        {
            var answer = await Answer.OfAsync(client, call.About(world.OwnStore));
            if (page[call.Name][0] == "anyone")
                Assert.False(answer.Status == 401 && (string?)answer.Body!["code"] == "unauthorized", $"{call.Name}: {answer.Status}");
            else
                answer.Problem(401, "unauthorized");
        }
    }

    [Fact]
    public async Task A_key_without_a_scope_gets_nowhere_with_any_call_that_needs_it()
    {
        await using var world = await World.OpenAsync();
        var page = RightsPage.Read();
        // Whatever is not reading the policy has to be refused.
        using var client = (await Credentials.KeyAsync(world.Node, "reader", ["see_policy"], [])).Client(world.Node);
        string[] allowed = ["getPolicy", "listPolicyVersions", "getPolicyVersion", "getStorePolicy", "getStorePolicyFields", "getStorePolicyOverrides", "listStorePolicyVersions", "getStorePolicyVersion"];
        foreach (var call in DescribedCall.All((await world.Node.GetAsync("/openapi/v1.json")).Ok()).Where(call => page[call.Name][3] is not ("self" or "anyone")))
        {
            var answer = await Answer.OfAsync(client, call.About(world.OwnStore));
            if (allowed.Contains(call.Name))
                Assert.False(IsRefused(answer), call.Name);
            else
                answer.Problem(403, "forbidden");
        }
    }

    [Fact]
    public async Task Lists_of_chains_hold_ones_own_only()
    {
        await using var world = await World.OpenAsync();
        foreach (var credential in await Credentials.AllAsync(world.Node))
        {
            using var client = credential.Client(world.Node);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/chains");
            var names = (await Answer.OfAsync(client, request)).Ok()["items"]!.AsArray().Select(chain => (string?)chain!["id"]);
            Assert.Equal(credential.Role == StaffRole.SystemAdministrator ? ["glow", "rival"] : ["glow"], names);
        }
    }

    private static bool IsRefused(Answer answer) => answer switch
    {
        { Status: 401 or 403 } => true,
        { Status: 404, Body: { } body } => NotThere.Contains((string?)body["code"]),
        // Items are judged one by one.
        { Status: 200, Body: JsonObject body } when body["rejected"] is JsonArray { Count: > 0 } rejected =>
            (string?)rejected[0]!["code"] is "not_your_store" or "forbidden",
        _ => false,
    };
}
