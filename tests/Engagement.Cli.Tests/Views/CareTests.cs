using Engagement.Cli.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace Engagement.Cli.Tests.Views;

public sealed class CareTests : EngageTest
{
    private const string Call =
        """
        {"id":"t1","kind":"recall_call","member":"[li]","store":"bund","title":"Call her","why":"step 1 of the playbook 'dormancy'",
         "openedAt":"2026-03-08T06:30:00Z","dueAt":"2026-03-09T13:00:00Z","state":"claimed","assignee":"wang","escalated":true,"outcome":null}
        """;

    private const string Message =
        """
        {"id":"m1","member":"li","playbook":"dormancy","step":0,"template":"dormant_hello","channel":"file","offer":"A gift","state":"moved",
         "plannedAt":"2026-03-09T01:23:00Z","decisions":[
           {"at":"2026-03-08T14:10:00Z","what":"planned","why":"Planned, for its step came."},
           {"at":"2026-03-08T14:10:00Z","what":"moved","code":"quiet_hours","why":"Moved to 9 Mar\u0007."}]}
        """;

    [Fact]
    public async Task The_care_queue_shows_what_is_not_closed_and_who_has_it()
    {
        Answer("/v1/chains/shop/tasks?state=open%2Cclaimed%2Csnoozed&store=bund&escalated=true&limit=50", $$"""{"items":[{{Call}}]}""");

        var ended = await EngageAsync("tasks", "--chain", "shop", "--store", "bund", "--escalated");

        Assert.Equal(ExitCode.Done, ended.ExitCode);
        Assert.Matches(@"2026-03-09 13:00:00Z .*\[li\] .*Call her .*claimed \(wang\), escalated .*t1", ended.Output);
    }

    [Fact]
    public async Task Lists_are_read_page_by_page_as_far_as_asked()
    {
        Answer("/v1/chains/shop/tasks?limit=3", $$"""{"items":[{{Call}},{{Call}}],"next":"c+1"}""");
        Answer("/v1/chains/shop/tasks?limit=1&cursor=c%2B1", $$"""{"items":[{{Call}}],"next":"more"}""");

        var ended = await EngageAsync("tasks", "--chain", "shop", "--state", "all", "--limit", "3", "--json");

        Assert.Equal(3, ended.Output.TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("claim", "{}")]
    [InlineData("release --by wang", """{"by":"wang"}""")]
    [InlineData("complete --outcome booked", """{"outcome":"booked"}""")]
    [InlineData("snooze --until 2026-03-10", """{"until":"2026-03-10T00:00:00Z"}""")]
    [InlineData("reassign --to zhao --by wang", """{"by":"wang","to":"zhao"}""")]
    public async Task A_task_is_dealt_with(string words, string body)
    {
        var action = words.Split(' ');
        Answer($"/v1/chains/shop/tasks/t1/{action[0]}", Call);

        var ended = await EngageAsync(["tasks", action[0], "t1", "--chain", "shop", .. action[1..]]);

        Assert.Equal((ExitCode.Done, ""), (ended.ExitCode, ended.Error));
        Assert.Equal("Call her, due 2026-03-09 13:00:00Z, claimed (wang), escalated\n", ended.Output);
        Assert.Equal(($"/v1/chains/shop/tasks/t1/{action[0]}", body), Assert.Single(Server.Posts));
    }

    [Fact]
    public async Task A_task_that_somebody_else_has_is_refused_with_who_it_is()
    {
        Server.Answers["/v1/chains/shop/tasks/t1/claim"] =
            () => TestServer.Problem(409, "Somebody else has this task", "wang has had it since noon.", "already_claimed");

        var ended = await EngageAsync("tasks", "claim", "t1", "--chain", "shop");

        Assert.Equal(ExitCode.Failed, ended.ExitCode);
        Assert.Equal("Somebody else has this task: wang has had it since noon. [already_claimed]\n", ended.Error);
    }

    [Fact]
    public async Task Words_that_make_no_sense_are_told_before_anything_is_asked()
    {
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("tasks", "snooze", "t1", "--chain", "shop", "--until", "later")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("tasks", "complete", "t1", "--chain", "shop")).ExitCode);
        Assert.Equal(ExitCode.WrongUse, (await EngageAsync("tasks")).ExitCode);
        Assert.Empty(Server.Posts);
    }

    [Fact]
    public async Task Messages_are_listed_with_what_was_decided_last()
    {
        Answer("/v1/chains/shop/messages?member=li&state=moved&playbook=dormancy&limit=50", $$"""{"items":[{{Message}}]}""");
        Answer("/v1/chains/shop/messages?channel=smtp&limit=50", """{"items":[]}""");

        var ended = await EngageAsync("messages", "--chain", "shop", "--member", "li", "--state", "moved", "--playbook", "dormancy");

        Assert.Matches("2026-03-09 01:23:00Z .*li .*dormancy, step 1 .*file .*moved .*Moved to 9 Mar.* m1", ended.Output);
        Assert.Equal("There are no such messages.\n", (await EngageAsync("messages", "--chain", "shop", "--channel", "smtp")).Output);
    }

    [Fact]
    public async Task The_story_of_a_message_is_told_in_order()
    {
        Answer("/v1/chains/shop/messages/m1", Message);

        var ended = await EngageAsync("messages", "m1", "--chain", "shop");

        Assert.Equal(
            """
            m1 to li: moved
            'dormant_hello' by file, from dormancy, step 1, offering A gift
            2026-03-08 14:10:00Z  Planned, for its step came.
            2026-03-08 14:10:00Z  Moved to 9 Mar�.

            """.ReplaceLineEndings("\n"),
            ended.Output);
    }

    [Fact]
    public async Task Playbooks_show_who_is_in_them_and_what_they_bring()
    {
        Answer(
            "/v1/chains/shop/recall",
            """
            {"playbooks":[
              {"name":"dormancy","enabled":true,"priority":55,"steps":[{"step":0,"members":2},{"step":1,"members":3}],"entered":40,"sent":31,
               "moved":12,"cancelled":4,"delivered":30,"failed":1,"returned":9,"revenue":12340.5,
               "uplift":{"returnRate":{"difference":0.123,"low":0.021,"high":0.225},"revenuePerMember":{"difference":80,"low":1,"high":160},"isConclusive":true}},
              {"name":"win_back","enabled":false,"steps":[],"entered":0,"sent":0,"moved":0,"cancelled":0,"delivered":0,"failed":0,"returned":0,
               "revenue":0,"uplift":null}],
             "campaigns":[
              {"name":"spring","steps":[],"entered":5,"sent":5,"moved":0,"cancelled":0,"delivered":0,"failed":0,"returned":1,"revenue":10,
               "uplift":{"returnRate":{"difference":-0.01,"low":-0.2,"high":0.18},"isConclusive":false}}]}
            """);

        var ended = await EngageAsync("recall", "--chain", "shop");

        Assert.Equal((ExitCode.Done, ""), (ended.ExitCode, ended.Error));
        Assert.Matches(@"dormancy +5 +40 +31 +12 +9 +12,340\.5 +\+12\.3 points \(\+2\.1 to \+22\.5\)", ended.Output);
        Assert.Matches(@"win_back \(off\) .*nobody to compare with", ended.Output);
        Assert.Matches(@"spring .*-1\.0 points \(-20\.0 to \+18\.0\), not conclusive", ended.Output);
    }

    [Fact]
    public async Task A_member_shows_what_is_asked_of_her_and_for_her()
    {
        Answer(
            "/v1/chains/shop/members/li",
            $$"""
            {"id":"li","stage":"dormant","version":9,"asOf":"2026-03-08T06:30:00Z",
             "tasks":[{"name":"first_service","done":true,"doneAt":"2026-03-02T00:00:00Z","dueAt":"2026-04-01T00:00:00Z","points":0,"reward":null},
                      {"name":"join_community","done":false,"doneAt":null,"dueAt":"2026-04-01T00:00:00Z","points":0,"reward":"A gift"}],
             "taskProgress":{"done":1,"of":2,"bonus":50,"bonusEarned":false},"careTasks":[{{Call}}],
             "recall":[{"playbook":"dormancy","run":1,"since":"2026-03-08T06:00:00Z","step":1,"steps":3,"nextStepAt":"2026-03-22T06:00:00Z",
               "heldOut":true,"pausedUntil":null,"endsAt":"2026-05-22T06:00:00Z","messages":[],"openTask":"t1"}] }
            """);

        var ended = await EngageAsync("member", "li", "--chain", "shop", "--timeline", "0");

        Assert.Contains("tasks      1 of 2 of the first month\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("first_service: done 2026-03-02 00:00:00Z\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("join_community: until 2026-04-01 00:00:00Z\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("to do      Call her, due 2026-03-09 13:00:00Z, claimed (wang), escalated\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("recall     dormancy since 2026-03-08 06:00:00Z, 1 of 3 steps, held out, next 2026-03-22 06:00:00Z\n", ended.Output, StringComparison.Ordinal);
    }

    private void Answer(string path, string json) => Server.Answers[path] = () => Results.Text(json, "application/json");
}
