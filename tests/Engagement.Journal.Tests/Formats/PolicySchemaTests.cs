using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Engagement.Domain.Policies;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Tests.Formats;

/// <summary>The schema says what validation says, from one and the same list of bounds.</summary>
public sealed class PolicySchemaTests
{
    private static readonly JsonObject Schema = PolicySchema.Of((type, field) => $"{field} of {type.Name}");

    public static TheoryData<string> Bounds =>
        // One playbook and one step stand for all.
        [.. PolicyBound.All.Select(bound => bound.Path).DistinctBy(path => Regex.Replace(path, @"\[\d+\]|(?<=^recall\.playbooks\.)[^.]+", "*"))];

    [Fact]
    public void The_default_policy_is_as_the_schema_wants_it()
    {
        Assert.Empty(SchemaCheck.Faults(Schema, PolicyFormat.ToDocument(Policy.Default)));
        Assert.Empty(SchemaCheck.Faults(Schema, new JsonObject()));
    }

    [Theory]
    [MemberData(nameof(Bounds))]
    public void What_is_beyond_a_bound_is_refused_by_schema_and_validation_alike(string path)
    {
        foreach (var bound in PolicyBound.All.Where(bound => bound.Path == path))
        {
            foreach (var (document, at) in Beyond(bound))
            {
                Assert.Contains(SchemaCheck.Faults(Schema, document), fault => fault == at);
                Assert.Contains(PolicyValidation.Validate(PolicyFormat.Read(document, out _)!), fault => fault.Path == at);
            }

            foreach (var document in JustWithin(bound))
                Assert.Empty(SchemaCheck.Faults(Schema, document));
        }
    }

    [Theory]
    [InlineData("""{"stages":{"sleepyAfterDays":60}}""")]
    [InlineData("""{"stages":null}""")]
    [InlineData("""{"stages":{"dormantAfterDays":"soon"}}""")]
    [InlineData("""{"stages":{"dormantAfterDays":60.5}}""")]
    [InlineData("""{"stages":{"loyal":{"visits":5}}}""")]
    [InlineData("""{"recall":{"messages":{"quietFrom":"9 pm"}}}""")]
    [InlineData("""{"recall":{"playbooks":{"x":{"trigger":{"when":"whenever"},"steps":[]}}}}""")]
    [InlineData("""{"care":{"openingHours":{"weekly":{"someday":[]}}}}""")]
    public void What_cannot_be_read_is_refused_by_the_schema(string document)
    {
        Assert.NotEmpty(SchemaCheck.Faults(Schema, JsonNode.Parse(document)));
        Assert.Null(PolicyFormat.Read(JsonNode.Parse(document), out _));
    }

    [Fact]
    public void Every_field_has_its_default_and_every_number_its_bounds()
    {
        var defaults = PolicyFormat.ToWholeDocument(Policy.Default);
        foreach (var (path, field) in Fields(Schema, ""))
        {
            Assert.True(field.ContainsKey("default"), path);
            Assert.True(JsonNode.DeepEquals(field["default"], At(defaults, path)), path);
            Assert.True(field.ContainsKey("type") || field.ContainsKey("enum"), $"{path} has neither a type nor its words");
            if (field["type"]?.ToJsonString().Contains("integer", StringComparison.Ordinal) == true)
                Assert.True(field.ContainsKey("minimum") && field.ContainsKey("maximum"), path);
        }
    }

    [Fact]
    public void A_field_says_what_it_means()
    {
        Assert.Equal("dormantAfterDays of StagePolicy", (string?)At(Schema, "properties.stages.properties.dormantAfterDays.description"));
        Assert.Equal("visits of Rung", (string?)At(Schema, "properties.stages.properties.loyal.properties.visits.description"));
    }

    private static IEnumerable<(JsonObject Document, string At)> Beyond(PolicyBound bound)
    {
        if (bound.From is { } from)
            yield return (With(bound.Path, Value(from - 1)), bound.Path);
        if (bound.To is { } to)
            yield return (With(bound.Path, Value(to + 1)), bound.Path);
        if (bound.MostCharacters is { } most)
            yield return (With(bound.Path, new string('x', most + 1)), bound.Path);
        if (bound.IsName && At(PolicyFormat.ToDocument(Policy.Default), bound.Path) is JsonObject entry)
        {
            var parent = bound.Path[..bound.Path.LastIndexOf('.')];
            yield return (With($"{parent}.Not A Name", entry.DeepClone()), $"{parent}.Not A Name");
        }
        else if (bound.IsName)
        {
            yield return (With(bound.Path, "Not A Name"), bound.Path);
        }

        if (bound.MostItems is { } items)
        {
            var document = PolicyFormat.ToDocument(Policy.Default);
            var all = At(document, bound.Path)!.AsObject();
            var one = all.First().Value!;
            for (var number = 0; number <= items; number++)
                all[$"more_{number}"] = one.DeepClone();
            yield return (document, bound.Path);
        }
    }

    private static IEnumerable<JsonObject> JustWithin(PolicyBound bound)
    {
        if (bound.From is { } from)
            yield return With(bound.Path, Value(from));
        if (bound.To is { } to)
            yield return With(bound.Path, Value(to));
        if (bound.MostCharacters is { } most)
            yield return With(bound.Path, new string('x', most));
    }

    private static JsonValue Value(decimal number) => JsonValue.Create((long)number);

    private static JsonObject With(string path, JsonNode value)
    {
        var document = PolicyFormat.ToDocument(Policy.Default);
        var cut = path.LastIndexOf('.');
        At(document, path[..cut])!.AsObject()[path[(cut + 1)..]] = value;
        return document;
    }

    private static JsonNode? At(JsonNode document, string path) => path.Split('.').Aggregate((JsonNode?)document, (place, word) =>
        word.EndsWith(']')
            ? place?[word[..word.IndexOf('[', StringComparison.Ordinal)]]?[int.Parse(word[(word.IndexOf('[', StringComparison.Ordinal) + 1)..^1], null)]
            : place?[word]);

    private static IEnumerable<(string Path, JsonObject Field)> Fields(JsonObject schema, string prefix) =>
        schema["properties"]!.AsObject().SelectMany(field => field.Value!["properties"] is not null
            ? Fields(field.Value.AsObject(), $"{prefix}{field.Key}.")
            : [(prefix + field.Key, field.Value.AsObject())]);
}
