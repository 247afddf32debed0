using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Engagement.Tests.Shared.Fuzzing;

/// <summary>Values that programs stumble over, and documents made after a schema and then spoilt. The same seed makes the same.</summary>
internal sealed class Dirt(Random random)
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\u0001", "\t\r\n", "..", "../../etc/passwd", "%00", "%2e%2e%2f", "%", "%zz", "'", "' OR 1=1 --", "\"", "\\", "<script>alert(1)</script>",
        "{{name}}", "{0}", "${x}", "null", "true", "NaN", "-1", "0", "1e400", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "1.5",
        "0000-00-00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "2026-02-30", "2026-03-01T12:00:00Z", "1970-01-01T00:00:00+14:00", "24:00", "23:59",
        "Asia/Shanghai", "America/New_York", "Nowhere/Land", "CNY", "https://receiver.example/hook", "https://[::1]/", "file:///etc/passwd",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "* * * * *", "0 9 * * ?", "0 0 0 31 2 ?", "purchase", "visit", "join", "dormant", "new", "会员", "😀", "\ud83d", "\ufeff", "ﷺ", "İı",
        "a b", "a/b", "a?b#c", "x=y&z", "-", "_", ".", "glow", "bund", "m1", "1.m1", "MS4w", "MC4w",
    ];

    public int Next(int below) => random.Next(below);

    public bool Chance(double share) => random.NextDouble() < share;

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public string Text() => random.Next(20) switch
    {
        0 => new string((char)random.Next('a', 'z'), random.Next(1, 5000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next(1, 0xFFFF))),
        2 => random.NextInt64().ToString(CultureInfo.InvariantCulture),
        3 => One(Texts) + One(Texts),
        _ => One(Texts),
    };

    /// <summary>Something for a schema of the API's description, most often something that fits.</summary>
    public JsonNode? Value(JsonNode? schema, JsonNode document, int depth = 0)
    {
        if (depth > 8 || schema is null || Chance(0.04))
            return Anything(depth);
        if ((string?)schema["$ref"] is { } reference)
            return Value(document["components"]!["schemas"]![reference.Split('/')[^1]], document, depth + 1);
        foreach (var choice in (string[])["oneOf", "anyOf"])
        {
            if (schema[choice] is JsonArray { Count: > 0 } choices)
                return Value(choices[random.Next(choices.Count)], document, depth + 1);
        }

        if (schema["enum"] is JsonArray { Count: > 0 } names && Chance(0.9))
            return names[random.Next(names.Count)]?.DeepClone();
        if (schema["example"] is { } example && depth > 0 && Chance(0.5))
            return example.DeepClone();
        var type = schema["type"] switch
        {
            JsonArray { Count: > 0 } types => (string?)types[random.Next(types.Count)],
            JsonValue single => (string?)single,
            _ => schema["properties"] is null ? null : "object",
        };
        return type switch
        {
            "object" => Object(schema, document, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(schema["items"], document, depth + 1))]),
            "string" => schema["format"] is not null && Chance(0.6) ? "2026-03-01T12:00:00Z" : Text(),
            "integer" => Chance(0.8) ? random.Next(-2, 100) : random.NextInt64(long.MinValue, long.MaxValue),
            "number" => Chance(0.8) ? random.Next(-2, 10_000) / 8.0 : random.NextDouble() * 1e300,
            "boolean" => Chance(0.5),
            "null" => null,
            _ => Anything(depth),
        };
    }

    /// <summary>A document's bytes, sometimes spoilt.</summary>
    public byte[] Spoil(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length == 0 || Chance(0.75))
            return bytes;
        switch (random.Next(7))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 2:
                return [.. bytes, .. bytes];
            case 3:
                return Encoding.UTF8.GetBytes(new string('[', random.Next(1, 5000)));
            case 4:
                return Encoding.Unicode.GetBytes(text);
            case 5:
                random.NextBytes(bytes);
                return bytes;
            default:
                return Encoding.UTF8.GetBytes(text.Replace(':', One<char>([',', ' ', '}', ':'])));
        }
    }

    private JsonObject Object(JsonNode schema, JsonNode document, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (Chance(0.8))
                made[name] = Value(property, document, depth + 1);
        }

        if (schema["additionalProperties"] is JsonObject other)
        {
            for (var count = random.Next(3); count > 0; count--)
                made[Text()] = Value(other, document, depth + 1);
        }

        if (Chance(0.05))
            made[Text()] = Anything(depth);
        return made;
    }

    private JsonNode? Anything(int depth) => random.Next(depth > 8 ? 5 : 7) switch
    {
        0 => null,
        1 => Chance(0.5),
        2 => random.NextInt64(),
        3 => random.NextDouble() * 1e10,
        4 => Text(),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Anything(depth + 1))]),
        _ => new JsonObject { [Text()] = Anything(depth + 1) },
    };
}
