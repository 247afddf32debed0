using System.Collections.Frozen;
using System.Globalization;
using Engagement.Domain.Care;
using Engagement.Domain.Recall;

namespace Engagement.Hosting.Api.Tasks;

/// <summary>
/// What tasks say in the reader's language. Titles that come with the program are translated; those of a chain's own playbooks
/// are told as they stand.
/// </summary>
internal static class TaskWords
{
    private const string DetractorStart = "Answer a member who gave ";
    private const string DetractorEnd = " of 10";

    private static readonly FrozenDictionary<string, string> Titles = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Ask how the first visit was"] = "回访首次到店的感受",
        ["Invite her to a second visit"] = "邀请她第二次到店",
        ["Call a member who has fallen silent"] = "致电沉睡会员",
        ["Call once more before she is lost"] = "流失前最后一次致电",
        ["Offer a consultation in person"] = "邀请到店一对一咨询",
        ["The call of the quarter"] = "季度关怀电话",
        ["Answer a complaint"] = "回应投诉",
        ["Solve what she complained about"] = "解决投诉的问题",
        ["Ask whether all is well now"] = "回访问题是否已解决",
        ["Get in touch with somebody who showed interest"] = "联系意向客户",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Playbooks = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["welcome"] = "入会欢迎",
        ["second_visit"] = "一转二",
        ["dormancy"] = "沉睡召回",
        ["win_back"] = "流失挽回",
        ["renewal"] = "续费",
        ["referral_lead"] = "转介绍跟进",
        ["birthday"] = "生日关怀",
        ["streak_saver"] = "连签守护",
        ["care_call"] = "关怀电话",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Title(string title, string language)
    {
        if (language == Languages.English)
            return title;
        if (Titles.TryGetValue(title, out var known))
            return known;
        return title.StartsWith(DetractorStart, StringComparison.Ordinal) && title.EndsWith(DetractorEnd, StringComparison.Ordinal)
            ? $"回应打了 {title[DetractorStart.Length..^DetractorEnd.Length]} 分（满分 10 分）的会员"
            : title;
    }

    public static string Why(StaffTask task, string language)
    {
        var isEnglish = language == Languages.English;
        return task switch
        {
            { Step: { Step: var step } } => isEnglish
                ? string.Create(CultureInfo.InvariantCulture, $"step {step + 1} of the playbook '{task.Source}'")
                : string.Create(CultureInfo.InvariantCulture, $"召回方案“{Playbook(task.Source)}”第 {step + 1} 步"),
            { Source: "survey" } => isEnglish ? "she would not recommend us" : "她不愿推荐我们",
            { Source: "complaint" } => isEnglish ? "she complained" : "她提出了投诉",
            { Kind: TaskKinds.Prospect } => isEnglish ? "she showed interest" : "她表达了意向",
            _ => task.Source,
        };
    }

    /// <summary>A playbook that comes with the program by its Chinese name; another by the name its chain gave it.</summary>
    public static string Playbook(string name) => Playbooks.GetValueOrDefault(name, name);
}
