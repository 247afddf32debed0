using System.Text.Json.Nodes;
using Engagement.Hosting.Api.Chains;
using Engagement.Hosting.Api.Events;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Api.Sessions;
using Engagement.Hosting.Recall;
using Microsoft.OpenApi;

namespace Engagement.Hosting.Api.Documentation;

/// <summary>Examples of what goes over the wire.</summary>
internal static class SchemaExamples
{
    private const string Purchase =
        """
        { "position": 4711, "type": "purchase", "member": "M-0042", "store": "bund", "at": "2026-03-08T06:30:00Z",
          "id": "pos-7-10023", "data": { "amount": 380.5, "orderId": "10023", "points": 380 } }
        """;

    private static readonly Dictionary<Type, string> Examples = new()
    {
        [typeof(EventToSend)] =
            """
            { "id": "pos-7-10023", "type": "purchase", "member": "M-0042", "store": "bund", "at": "2026-03-08T06:30:00Z",
              "amount": 380.5, "orderId": "10023", "items": [ { "category": "skin", "name": "hydration", "amount": 380.5 } ] }
            """,
        [typeof(IngestAnswer)] =
            """
            { "accepted": 2, "duplicates": 1, "position": 4712,
              "rejected": [ { "index": 3, "id": "pos-7-10026", "code": "invalid_field", "detail": "'amount' must be a number" } ] }
            """,
        [typeof(CommittedEventView)] = Purchase,
        [typeof(ChainToPut)] = """{ "name": "Glow Clinics", "currency": "CNY" }""",
        [typeof(ChainView)] = """{ "id": "glow", "name": "Glow Clinics", "currency": "CNY" }""",
        [typeof(StoreToPut)] = """{ "name": "Bund", "timeZone": "Asia/Shanghai" }""",
        [typeof(StoreView)] = """{ "id": "bund", "name": "Bund", "timeZone": "Asia/Shanghai" }""",
        [typeof(ProfileToPut)] = """{ "birthday": "05-17" }""",
        [typeof(SignIn)] = """{ "key": "eng_…" }""",
        [typeof(Boards.Board)] =
            """
            { "chain": "glow", "store": null, "position": 4712, "asOf": "2026-03-08T06:30:02Z",
              "stages": { "potential": 12, "new": 310, "effective": 120, "active": 96, "loyal": 64, "dormant": 140, "lost": 98 },
              "flags": { "secondVisitOverdue": 41, "slipping": 57 },
              "today": { "joined": 6, "newMembers": 7, "purchases": 31, "revenue": 12840.5, "refunds": 1, "refunded": 80,
                "visits": 54, "checkins": 120, "acts": 18, "points": 13050 },
              "movements": [ { "from": "new", "to": "effective", "count": 4 } ] }
            """,
        [typeof(RecallFigures)] =
            """
            { "chain": "glow", "store": null, "from": null, "to": null, "asOf": "2026-03-08T06:30:02Z",
              "playbooks": [ { "name": "dormancy", "enabled": true, "priority": 70, "members": 64, "heldOutMembers": 6,
                "steps": [ { "taken": 1, "members": 40 }, { "taken": 2, "members": 18 } ], "entered": 150, "left": 86, "sent": 170,
                "moved": 41, "cancelled": 12, "delivered": 160, "failed": 3, "tasks": 96, "returned": 104, "revenue": 52310.5,
                "treated": { "entered": 80, "returned": 60, "returnRate": 0.75, "revenue": 32310.5, "revenuePerMember": 403.8813 },
                "heldOut": { "entered": 70, "returned": 44, "returnRate": 0.628571, "revenue": 20000, "revenuePerMember": 285.7143 },
                "uplift": { "returnRate": { "difference": 0.121429, "low": -0.026054, "high": 0.264348 }, "revenuePerMember": null,
                  "isConclusive": false } } ],
              "campaigns": [] }
            """,
        [typeof(NpsFigures)] =
            """
            { "chain": "glow", "store": null, "from": null, "to": null, "answers": 10, "promoters": 6, "passives": 2, "detractors": 2,
              "nps": 40, "byScore": [0, 0, 0, 1, 0, 0, 1, 1, 1, 2, 4],
              "quarters": [ { "quarter": "2026-Q1", "answers": 10, "promoters": 6, "passives": 2, "detractors": 2, "nps": 40 } ] }
            """,
        [typeof(MemberView)] =
            """
            { "id": "M-0042", "store": "bund", "stage": "active", "stageSince": "2026-03-08T06:30:00Z",
              "stageReason": "third visit within 120 days", "flags": [],
              "rfm": { "recencyDays": 0, "frequency": 7, "monetary": 2310.5 }, "points": { "balance": 2440 },
              "streak": { "current": 3, "longest": 12, "total": 57, "lastDate": "2026-03-08" }, "tasks": [], "recall": [],
              "nextDueAt": "2026-05-02T06:30:00Z", "version": 31, "asOf": "2026-03-08T06:30:02Z" }
            """,
    };

    public static void Apply(OpenApiSchema schema, Type type)
    {
        // Written by a converter of ours, which leaves the generator in the dark.
        if (type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?))
            schema.Type = JsonSchemaType.String | (type == typeof(DateTimeOffset?) ? JsonSchemaType.Null : 0);
        // The fields of an event differ from type to type.
        if (type == typeof(IReadOnlyDictionary<string, object?>))
            schema.AdditionalProperties = new OpenApiSchema();
        if (Examples.TryGetValue(type, out var example))
            schema.Examples = [JsonNode.Parse(example)!];
    }
}
