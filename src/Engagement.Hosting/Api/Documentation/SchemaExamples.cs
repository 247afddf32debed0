using System.Text.Json.Nodes;
using Engagement.Hosting.Api.Campaigns;
using Engagement.Hosting.Api.Chains;
using Engagement.Hosting.Api.Channels;
using Engagement.Hosting.Api.Events;
using Engagement.Hosting.Api.Members;
using Engagement.Hosting.Api.Messages;
using Engagement.Hosting.Api.Sessions;
using Engagement.Hosting.Api.Tasks;
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

    private const string Spring =
        """
        { "title": "Spring 春季护肤", "segment": { "stages": ["dormant"], "inStageDaysFrom": 3 }, "template": "dormant_offer",
          "offer": "A voucher of 200", "holdoutPercent": 10, "uselessAfterHours": 72, "schedule": { "cron": "0 0 10 ? * MON" } }
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
        [typeof(ChainView)] = """{ "id": "glow", "name": "Glow Clinics", "currency": "CNY", "timeZone": "UTC" }""",
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
              "streak": { "current": 3, "longest": 12, "total": 57, "lastDate": "2026-03-08" },
              "tasks": [ { "name": "first_service", "done": true, "doneAt": "2026-03-08T06:30:00Z", "dueAt": "2026-04-02T02:00:00Z",
                "points": 0, "reward": null } ],
              "taskProgress": { "done": 1, "of": 4, "bonus": 50, "bonusEarned": false }, "careTasks": [],
              "recall": [ { "playbook": "second_visit", "run": 2, "since": "2026-03-08T06:30:00Z", "step": 0, "steps": 3,
                "nextStepAt": "2026-03-11T06:30:00Z", "heldOut": false, "pausedUntil": null, "endsAt": "2026-05-07T06:30:00Z",
                "messages": [], "openTask": null } ],
              "nextDueAt": "2026-05-02T06:30:00Z", "version": 31, "asOf": "2026-03-08T06:30:02Z" }
            """,
        [typeof(ChannelToPut)] = """{ "url": "https://sms.example.com/engagement", "secret": "whsec_" }""",
        [typeof(ChannelView)] = """{ "name": "sms", "kind": "gateway", "url": "https://sms.example.com/engagement" }""",
        [typeof(CampaignToPut)] = Spring,
        [typeof(CampaignView)] =
            """
            { "name": "spring", "title": "Spring 春季护肤", "segment": { "stages": ["dormant"], "stores": [], "flags": [], "inStageDaysFrom": 3 },
              "template": "dormant_offer", "offer": "A voucher of 200", "priority": 50, "holdoutPercent": 10, "uselessAfterHours": 72,
              "schedule": { "cron": "0 0 10 ? * MON" }, "paused": false, "builtIn": false }
            """,
        [typeof(CampaignPreview)] =
            """
            { "count": 140, "byStore": [ { "store": "bund", "count": 92 }, { "store": "soho", "count": 48 } ],
              "sample": [ { "member": "M-0042", "store": "bund", "stage": "dormant", "text": "好久不见，外滩店很想再为您服务一次，特意给您留了一份礼遇：200元代金券一张。回复方便的日子，我们为您预留时间。" } ],
              "nextRuns": [ { "zone": "Asia/Shanghai", "at": "2026-03-09T02:00:00Z" } ] }
            """,
        [typeof(CampaignReport)] =
            """
            { "items": [ { "occurrence": "2026-03-02T02:00:00Z", "zone": "Asia/Shanghai", "origin": "scheduled", "state": "done",
                "matched": 92, "reached": 88, "refused": 4, "startedAt": "2026-03-02T02:00:00.2Z", "finishedAt": "2026-03-02T02:00:01.4Z" } ],
              "messages": { "planned": 0, "moved": 31, "sent": 40, "delivered": 16, "failed": 1, "cancelled": 0 } }
            """,
        [typeof(DigestView)] =
            """
            { "store": "bund", "day": "2026-03-08", "madeAt": "2026-03-08T22:00:00.3Z", "joined": 6, "purchases": 31, "revenue": 12840.5,
              "visits": 54, "checkins": 120, "movements": [ { "from": "new", "to": "effective", "count": 4 } ],
              "tasks": { "open": 17, "overdue": 3, "escalated": 1, "done": 9 }, "messages": { "sent": 44, "failed": 1 } }
            """,
        [typeof(TaskView)] =
            """
            { "id": "tIXEjA2wUrXRGwgpiN-gt3g", "kind": "recall_call", "member": "M-0042", "store": "bund",
              "title": "Call a member who has fallen silent", "why": "step 1 of the playbook 'dormancy'", "source": "dormancy", "step": 0,
              "script": "Hello, we haven't seen you for a while. How have you been?", "offer": null, "openedAt": "2026-03-08T06:30:00Z", "dueAt": "2026-03-09T13:00:00Z", "state": "claimed",
              "assignee": "wang", "snoozedUntil": null, "escalated": false, "outcome": null, "closedAt": null }
            """,
        [typeof(TaskAction)] = """{ "by": "wang", "outcome": "booked" }""",
        [typeof(TaskSummaryView)] =
            """
            { "open": 12, "claimed": 4, "snoozed": 2, "overdue": 3, "escalated": 3, "dueWithinHour": 1, "mine": 2,
              "asOf": "2026-03-08T06:30:02Z" }
            """,
        [typeof(MessageView)] =
            """
            { "id": "mEkVWSWT5UXndJPpRN4X0Lw", "member": "M-0042", "store": "bund", "playbook": "dormancy", "step": 0,
              "template": "dormant_hello", "channel": "webhook", "state": "moved", "plannedAt": "2026-03-09T01:23:00Z",
              "decisions": [
                { "at": "2026-03-08T14:10:00Z", "what": "planned", "why": "Planned, for its step of the playbook 'dormancy' came." },
                { "at": "2026-03-08T14:10:00Z", "what": "moved", "code": "quiet_hours", "until": "2026-03-09T01:23:00Z",
                  "why": "Moved to 9 Mar 2026, 09:23 at her store: it would have come in the quiet hours of her store." } ] }
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
