using System.Text.Json.Nodes;
using Engagement.Domain.Care;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Journal.Formats;

namespace Engagement.Journal.Tests.Formats;

/// <summary>A policy is a document that people read and write.</summary>
public sealed class PolicyFormatTests
{
    [Fact]
    public void The_defaults_survive_being_written_and_read()
    {
        var read = PolicyFormat.Read(PolicyFormat.ToDocument(Policy.Default), out var fault);

        Assert.Null(fault);
        Assert.Equal(Policy.Default, read);
        Assert.Equal(Policy.Default, PolicyFormat.Read(new JsonObject(), out _));
        Assert.Equal(PolicyFormat.Write(Policy.Default), PolicyFormat.Write(read!));
    }

    [Fact]
    public void A_policy_that_was_stored_before_there_were_scripts_has_those_of_the_program()
    {
        var before = PolicyFormat.ToDocument(Policy.Default);
        Assert.True(before["recall"]!.AsObject().Remove("scripts"));

        Assert.Equal(Policy.Default, PolicyFormat.Read(before, out _));
    }

    [Fact]
    public void It_reads_as_a_person_would_say_it()
    {
        var document = PolicyFormat.ToDocument(Policy.Default);

        Assert.Equal("21:00", (string?)document["recall"]!["messages"]!["quietFrom"]);
        var saver = document["recall"]!["playbooks"]!["streak_saver"]!;
        Assert.Equal("""{"when":"streak_at_risk","at":"20:00","run":3}""", saver["trigger"]!.ToJsonString());
        Assert.Equal("""["sign_in"]""", saver["exits"]!.ToJsonString());
        Assert.Equal("""{"afterHours":0,"message":{"template":"streak_saver","uselessAfterHours":4}}""", saver["steps"]![0]!.ToJsonString());
        Assert.Equal("""[{"from":"09:00","until":"21:00"}]""", document["care"]!["openingHours"]!["weekly"]!["monday"]!.ToJsonString());
        Assert.Equal("""{"openMinutes":15}""", document["care"]!["tasks"]!["complaint"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"recall":{"playbooks":{"x":{"steps":[]}}}}""", "recall.playbooks.x.trigger", "must be given")]
    [InlineData("""{"recall":{"playbooks":{"x":{"trigger":{},"steps":[]}}}}""", "recall.playbooks.x.trigger.when", "must be given")]
    [InlineData("""{"recall":{"playbooks":{"x":{"trigger":{"when":"joined"},"steps":[{"message":{"template":"a"}}]}}}}""", "recall.playbooks.x.steps[0].afterHours", "must be given")]
    [InlineData("""{"recall":{"playbooks":{"x":{"trigger":{"when":"sometimes"},"steps":[]}}}}""", "recall.playbooks.x.trigger.when", "the value is not of the kind this field takes")]
    [InlineData("""{"recall":{"playbooks":{"x":{"trigger":{"when":3},"steps":[]}}}}""", "recall.playbooks.x.trigger.when", "the value is not of the kind this field takes")]
    [InlineData("""{"recall":{"playbooks":{"x":{"trigger":{"when":"joined"},"steps":[{"afterHours":0,"mesage":{}}]}}}}""", "recall.playbooks.x.steps[0].mesage", "there is no such field")]
    [InlineData("""{"recall":{"playbooks":{"x":{"trigger":{"when":"joined"},"steps":null}}}}""", "recall.playbooks.x.steps", "the value is not of the kind this field takes")]
    [InlineData("""{"recall":{"playbooks":null}}""", "recall.playbooks", "the value is not of the kind this field takes")]
    [InlineData("""{"recall":{"messages":{"quietFrom":"24:00"}}}""", "recall.messages.quietFrom", "the value is not of the kind this field takes")]
    [InlineData("""{"recall":{"messages":{"quietFrom":"21:00:30"}}}""", "recall.messages.quietFrom", "the value is not of the kind this field takes")]
    [InlineData("""{"recall":{"messages":{"channel":null}}}""", "recall.messages.channel", "the value is not of the kind this field takes")]
    [InlineData("""{"care":{"openingHours":{"weekly":{"moonday":[]}}}}""", "care.openingHours.weekly.moonday", "the value is not of the kind this field takes")]
    [InlineData("""{"care":{"openingHours":{"weekly":{"monday":[{"from":"09:00"}]}}}}""", "care.openingHours.weekly.monday[0].until", "must be given")]
    [InlineData("""{"care":{"firstMonth":[{"act":"a"}]}}""", "care.firstMonth[0].name", "must be given")]
    public void What_cannot_be_read_is_refused_with_path_and_reason(string document, string path, string why)
    {
        Assert.Null(PolicyFormat.Read(JsonNode.Parse(document), out var fault));

        Assert.Equal((path, why), (fault!.Path, fault.Why));
    }

    [Fact]
    public void A_store_changes_fields_of_a_playbook_and_replaces_its_steps_as_a_whole()
    {
        var overlaid = PolicyFormat.Overlay(
            Policy.Default,
            """
            {"recall":{"playbooks":{
              "dormancy":{"priority":99,"steps":[{"afterHours":1,"task":{"kind":"call","title":"Call her"}}]},
              "welcome":{"enabled":false}}},
             "care":{"openingHours":{"weekly":{"sunday":[]}},"tasks":{"complaint":{"openMinutes":null,"hours":2}}}}
            """,
            out var fault)!;

        Assert.Null(fault);
        Assert.Empty(PolicyValidation.Validate(overlaid));
        var dormancy = overlaid.Recall.Playbooks["dormancy"];
        Assert.Equal((99, Occasion.Dormant), (dormancy.Priority, dormancy.Trigger.When));
        Assert.Equal([new Step(1, Task: new("call", "Call her"))], dormancy.Steps);
        Assert.Equal((false, 3), (overlaid.Recall.Playbooks["welcome"].Enabled, overlaid.Recall.Playbooks["welcome"].Steps.Length));
        Assert.Equal(Policy.Default.Recall.Playbooks.Keys, overlaid.Recall.Playbooks.Keys);
        Assert.Empty(overlaid.Care.OpeningHours.Weekly[DayOfWeek.Sunday]);
        Assert.Single(overlaid.Care.OpeningHours.Weekly[DayOfWeek.Monday]);
        Assert.Equal(new TaskRule(Hours: 2), overlaid.Care.Tasks["complaint"]);
    }

    [Fact]
    public void Playbooks_are_in_the_same_order_whatever_the_order_and_the_language_they_were_written_in()
    {
        const string book = """{"trigger":{"when":"joined"},"steps":[{"afterHours":0,"message":{"template":"a"}}]}""";

        string[] names = ["b_1", "a", "b1", "b"];
        var books = string.Join(',', names.Select(name => $"\"{name}\":{book}"));

        var read = PolicyFormat.Read(JsonNode.Parse("""{"recall":{"playbooks":{""" + books + "}}}"), out _)!;

        Assert.Equal(["a", "b", "b1", "b_1"], read.Recall.Playbooks.Keys);
    }
}
