using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Engagement.Domain.Care;
using Engagement.Domain.Chains;
using Engagement.Domain.Members;
using Engagement.Domain.Points;
using Engagement.Domain.Policies;
using Engagement.Domain.Recall;
using Engagement.Domain.Stages;
using Engagement.Domain.Time;

namespace Engagement.Domain.Tests.Stories;

/// <summary>What members read, and what keeps a bad text from ever reaching one.</summary>
public class Texts
{
    private static readonly Instant Now = Instant.FromDateTimeOffset(new(2026, 3, 8, 2, 0, 0, TimeSpan.Zero));

    private static readonly Chain Glow = new Chain(new("glow"), "光彩", "CNY")
        .With(new Store(new("bund"), "外滩店", "Asia/Shanghai"));

    private static readonly Member Li = new()
    {
        Id = new("M-0042"),
        Since = Now - TimeSpan.FromDays(100.5),
        Home = new("bund"),
        Stage = Stage.Dormant,
        Ledger = new() { Lots = [new(default, 240, 0, PointsTerms.Usual)] },
    };

    public static TheoryData<string, string> EveryMessage
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var name in NamedInPlaybooks())
            {
                all.Add(name, Languages.English);
                all.Add(name, Languages.Chinese);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryMessage))]
    public void Every_message_of_the_default_playbooks_has_a_text_that_is_whole_in_its_language(string template, string language)
    {
        var step = RecallSteps().First(step => step.Message?.Template == template);

        var text = Rendered(Templates.Find(new(), template)!.In(language)!, step.Offer, language).Text;

        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 20, 400);
        Assert.Equal(language == Languages.Chinese, Regex.IsMatch(text.Replace("光彩", "").Replace("外滩店", ""), @"\p{IsCJKUnifiedIdeographs}"));
    }

    [Fact]
    public void Every_offer_of_the_default_playbooks_is_told_in_both_languages()
    {
        foreach (var offer in RecallSteps().Select(step => step.Offer).OfType<string>())
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", Templates.Offer(new(), offer, Languages.Chinese));
            Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", Templates.Offer(new(), offer, Languages.English));
        }
    }

    [Fact]
    public void A_text_says_what_is_true_of_her_now()
    {
        var text = Rendered("{{member}}: {{stage}}, {{days_silent}} days, {{ points }} points, {{streak}} in a row, {{store}} of {{chain}}", null, "en").Text;

        Assert.Equal("M-0042: a member we have not seen for a while, 100 days, 240 points, 0 in a row, 外滩店 of 光彩", text);
    }

    [Fact]
    public void A_member_without_a_home_store_is_written_to_by_the_chain()
    {
        var values = TemplateValues.Of(Glow, Rules.Default, Li with { Home = null }, null, "en", Now);

        Assert.Equal("光彩", Templates.Render("{{store}}", values, out _)!.Text);
    }

    [Fact]
    public void What_is_put_in_cannot_become_markup_or_another_line()
    {
        var rendering = Rendered("Dear {{member}}\n{{offer}} & more", "<b>half</b>\r\nBcc: all", "en");

        Assert.Equal("Dear M-0042\n<b>half</b>  Bcc: all & more", rendering.Text);
        Assert.Equal("Dear M-0042<br>\n&lt;b&gt;half&lt;/b&gt;  Bcc: all &amp; more", rendering.Html);
    }

    [Fact]
    public void A_value_that_looks_like_a_placeholder_stays_what_it_is() =>
        Assert.Equal("{{points}}", Rendered("{{offer}}", "{{points}}", "en").Text);

    [Theory]
    [InlineData("{{offer}}", "offer")]
    [InlineData("{{name}}", "name")]
    [InlineData("{{Points}}", "Points")]
    [InlineData("{{}}", "")]
    [InlineData("to {{store", null)]
    public void A_text_that_cannot_be_filled_in_is_a_fault_and_no_message(string text, string? placeholder)
    {
        Assert.Null(Templates.Render(text, TemplateValues.Of(Glow, Rules.Default, Li, null, "en", Now), out var fault));
        Assert.Equal(placeholder, fault!.Placeholder);
    }

    [Fact]
    public void Nothing_is_wrong_with_the_texts_that_come_with_the_program() => Assert.Empty(Templates.Faults(new()));

    public static TheoryData<RecallPolicy, string> Faulty => new()
    {
        { With("note", new("Hello {{name}}", "你好")), "recall.templates.note.en: there is no placeholder {{name}}" },
        { With("note", new("Hello")), "recall.templates.note.zhCn: there is no text of 'note' in this language" },
        { With("note", new(" ", "你好")), "recall.templates.note.en: there is no text of 'note' in this language" },
        { With("note", new("Hello {{", "你好")), "recall.templates.note.en: a placeholder is opened with {{ and not closed with }}" },
        { With("note", new(new string('a', 2001), "你好")), "recall.templates.note.en: must have at most 2000 characters" },
        { new() { Messages = new() { Language = "fr" } }, "recall.messages.language: must be en or zh-CN" },
        { Saying(new(0, Message: new("nothing"))), "recall.playbooks.mine.steps[0].message.template: there is no template 'nothing'" },
        { Saying(new(0, Message: new("birthday"))), "recall.playbooks.mine.steps[0].offer: the template 'birthday' mentions {{offer}}" },
        {
            new() { Offers = ImmutableSortedDictionary<string, Template>.Empty.Add("gift", new("{{points}} points", "积分")) },
            "recall.offers.en: there is no placeholder {{points}}"
        },
        {
            new() { Scripts = ImmutableSortedDictionary<string, Template>.Empty.Add("care_call", new("Hello, this is {{store}}", "您好")) },
            "recall.scripts.care_call.en: there is no placeholder {{store}}"
        },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_with_a_text_is_found_when_the_policy_is_put(RecallPolicy recall, string expected)
    {
        var fault = Assert.Single(PolicyValidation.Validate(Policy.Default with { Recall = recall }));

        Assert.StartsWith(expected, $"{fault.Path}: {fault.Why}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_writes_one_text_anew_keeps_the_others()
    {
        var policy = new RecallPolicy { Templates = ImmutableSortedDictionary<string, Template>.Empty.Add("welcome", new("Hi", "嗨")) };

        Assert.Empty(Templates.Faults(policy));
        Assert.Equal("嗨", Templates.Find(policy, "welcome")!.ZhCn);
        Assert.NotNull(Templates.Find(policy, "birthday"));
    }

    [Theory]
    [InlineData(Languages.English)]
    [InlineData(Languages.Chinese)]
    public void Whoever_is_to_call_has_something_to_say(string language)
    {
        var kinds = RecallSteps().Select(step => step.Task?.Kind).OfType<string>()
            .Concat([TaskKinds.Complaint, TaskKinds.Resolve, TaskKinds.Revisit, TaskKinds.Prospect]).Distinct(StringComparer.Ordinal).ToList();

        Assert.Equal(10, kinds.Count);
        Assert.All(kinds, kind => Assert.False(string.IsNullOrWhiteSpace(Templates.Script(new(), kind, language)), kind));
    }

    [Fact]
    public void A_chain_that_writes_one_script_anew_keeps_the_others()
    {
        var policy = new RecallPolicy { Scripts = ImmutableSortedDictionary<string, Template>.Empty.Add("care_call", new("Hi", "嗨")) };

        Assert.Equal("嗨", Templates.Script(policy, "care_call", Languages.Chinese));
        Assert.Null(Templates.Script(policy, "a_kind_of_its_own", Languages.English));
        Assert.NotNull(Templates.Script(policy, TaskKinds.Complaint, Languages.Chinese));
    }

    private static RecallPolicy With(string name, Template template) => new() { Templates = new RecallPolicy().Templates.Add(name, template) };

    private static RecallPolicy Saying(Step step) => new()
    {
        Playbooks = new RecallPolicy().Playbooks.Add("mine", new() { Trigger = new(Occasion.Joined), Steps = [step] }),
    };

    private static Rendering Rendered(string text, string? offer, string language)
    {
        var rendering = Templates.Render(text, TemplateValues.Of(Glow, Rules.Default, Li, offer, language, Now), out var fault);
        Assert.Null(fault);
        return rendering!;
    }

    private static IEnumerable<Step> RecallSteps() => new RecallPolicy().Playbooks.Values.SelectMany(playbook => playbook.Steps);

    private static IEnumerable<string> NamedInPlaybooks() =>
        RecallSteps().Select(step => step.Message?.Template).OfType<string>().Distinct(StringComparer.Ordinal);
}
