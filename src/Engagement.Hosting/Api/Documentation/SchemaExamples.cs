using System.Text.Json.Nodes;
using Engagement.Hosting.Api.Chains;
using Engagement.Hosting.Api.Events;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Api.Sessions;
using Engagement.Journal;
using Microsoft.OpenApi;

namespace Engagement.Hosting.Api.Documentation;

/// <summary>Examples of what goes over the wire, and the shape of what is written by hand.</summary>
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
        [typeof(CommittedEvent)] = Purchase,
        [typeof(ChainToPut)] = """{ "name": "Glow Clinics", "currency": "CNY" }""",
        [typeof(ChainView)] = """{ "id": "glow", "name": "Glow Clinics", "currency": "CNY" }""",
        [typeof(StoreToPut)] = """{ "name": "Bund", "timeZone": "Asia/Shanghai" }""",
        [typeof(StoreView)] = """{ "id": "bund", "name": "Bund", "timeZone": "Asia/Shanghai" }""",
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
        if (type == typeof(CommittedEvent))
            DescribeCommittedEvent(schema);
        if (Examples.TryGetValue(type, out var example))
            schema.Examples = [JsonNode.Parse(example)!];
    }

    private static void DescribeCommittedEvent(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = "An event with its place in the chain's history, the same on timeline, feed and hub.";
        schema.Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["position"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = "1, 2, 3 … without a gap within the chain." },
            ["type"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["member"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["store"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
            ["at"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "When it happened, or fell due." },
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The sender's id, where it came from outside." },
            ["data"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = new OpenApiSchema(), Description = "The fields of the type." },
        };
        schema.Required = new HashSet<string> { "position", "type", "member", "store", "at", "data" };
    }
}
