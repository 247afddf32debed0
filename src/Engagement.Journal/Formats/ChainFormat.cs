using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Engagement.Domain.Chains;
using Engagement.Domain.Identity;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Time;

namespace Engagement.Journal.Formats;

/// <summary>A chain with its stores and policies as one JSON document.</summary>
public static class ChainFormat
{
    public static string Write(Chain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return new JsonObject
        {
            ["name"] = chain.Name,
            ["currency"] = chain.Currency,
            ["version"] = chain.Version,
            ["rulesVersion"] = chain.RulesVersion,
            ["rulesSince"] = chain.RulesSince.Microseconds,
            ["policy"] = PolicyFormat.ToDocument(chain.Policy),
            ["policyVersion"] = chain.PolicyVersion,
            ["stores"] = new JsonArray([.. chain.Stores.Select(WriteStore)]),
            ["campaigns"] = new JsonObject(
                chain.Campaigns.Select(campaign => KeyValuePair.Create(campaign.Key, (JsonNode?)CampaignFormat.Store(campaign.Value)))),
            ["segments"] = new JsonObject(
                chain.Segments.Select(segment => KeyValuePair.Create(segment.Key, (JsonNode?)SegmentFormat.Store(segment.Value)))),
            ["gateways"] = new JsonObject(chain.Gateways.Select(gateway => KeyValuePair.Create(
                gateway.Key, (JsonNode?)Store(gateway.Value)))),
        }.ToJsonString();
    }

    public static Chain Read(ChainId id, string document)
    {
        var fields = JsonNode.Parse(document)!.AsObject();
        return new(id, fields["name"]!.GetValue<string>(), fields["currency"]!.GetValue<string>())
        {
            Version = fields["version"]!.GetValue<long>(),
            RulesVersion = fields["rulesVersion"]!.GetValue<long>(),
            RulesSince = new Instant(fields["rulesSince"]!.GetValue<long>()),
            Policy = PolicyFormat.Read(fields["policy"], out var fault) ?? throw Refused(id, fault),
            PolicyVersion = fields["policyVersion"]!.GetValue<long>(),
            Stores = [.. fields["stores"]!.AsArray().Select(store => ReadStore(store!.AsObject()))],
            Campaigns = ReadCampaigns(id, fields["campaigns"]?.AsObject()),
            Segments = ReadSegments(id, fields["segments"]?.AsObject()),
            // Chains stored before there were any have none.
            Gateways = (fields["gateways"]?.AsObject() ?? []).ToImmutableSortedDictionary(
                gateway => gateway.Key,
                gateway => ReadGateway(gateway.Value!),
                StringComparer.Ordinal),
        };
    }

    private static JsonObject Store(Gateway gateway)
    {
        var stored = new JsonObject { ["url"] = gateway.Url, ["secrets"] = gateway.Secrets };
        if (gateway.Address != GatewayAddress.None)
            stored["address"] = gateway.Address == GatewayAddress.Phone ? "phone" : "email";
        return stored;
    }

    private static Gateway ReadGateway(JsonNode stored) => new(
        stored["url"]!.GetValue<string>(),
        stored["secrets"]!.GetValue<string>(),
        stored["address"]?.GetValue<string>() switch
        {
            "phone" => GatewayAddress.Phone,
            "email" => GatewayAddress.Email,
            _ => GatewayAddress.None,
        });

    /// <summary>The rules that members of <paramref name="chain"/> are judged by, one set for each store.</summary>
    public static ChainRules RulesOf(Chain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return new(
            chain.RulesVersion,
            new(chain.Policy, TimeZoneInfo.FindSystemTimeZoneById(chain.Policy.TimeZone)),
            chain.Stores.ToFrozenDictionary(store => store.Id, store => new Rules(
                PolicyFormat.Overlay(chain.Policy, store.Overrides, out var fault) ?? throw Refused(chain.Id, fault),
                TimeZoneInfo.FindSystemTimeZoneById(store.TimeZone))));
    }

    private static JsonNode WriteStore(Store store) => new JsonObject
    {
        ["id"] = store.Id.Value,
        ["name"] = store.Name,
        ["timeZone"] = store.TimeZone,
        ["policyVersion"] = store.PolicyVersion,
        ["overrides"] = store.Overrides is null ? null : JsonNode.Parse(store.Overrides),
    };

    private static Store ReadStore(JsonObject fields) =>
        new(new(fields["id"]!.GetValue<string>()), fields["name"]!.GetValue<string>(), fields["timeZone"]!.GetValue<string>())
        {
            PolicyVersion = fields["policyVersion"]!.GetValue<long>(),
            Overrides = fields["overrides"]?.ToJsonString(),
        };

    // Chains stored before there were campaigns have none of their own.
    private static ImmutableSortedDictionary<string, Campaign> ReadCampaigns(ChainId id, JsonObject? fields)
    {
        var campaigns = ImmutableSortedDictionary.CreateBuilder<string, Campaign>(StringComparer.Ordinal);
        foreach (var (name, stored) in fields ?? [])
        {
            campaigns[name] = CampaignFormat.Restore(stored!.AsObject(), out var fault);
            if (fault is not null)
                throw Refused(id, fault);
        }

        return campaigns.ToImmutable();
    }

    // Chains stored before there were saved segments have none.
    private static ImmutableSortedDictionary<string, SavedSegment> ReadSegments(ChainId id, JsonObject? fields)
    {
        var segments = ImmutableSortedDictionary.CreateBuilder<string, SavedSegment>(StringComparer.Ordinal);
        foreach (var (name, stored) in fields ?? [])
        {
            segments[name] = SegmentFormat.Restore(stored!.AsObject(), out var fault);
            if (fault is not null)
                throw Refused(id, fault);
        }

        return segments.ToImmutable();
    }

    private static JournalRefusedException Refused(ChainId id, PolicyFault? fault) => new(
        $"The policy of chain '{id}' cannot be read ({fault?.Path}: {fault?.Why}); a newer version of Engagement may have written it.");
}
