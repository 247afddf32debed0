using System.Collections.Immutable;
using Engagement.Domain.Care;

namespace Engagement.Domain.Recall;

/// <summary>
/// What staff may say on a call, by the kind of task: the words that come with the program (docs/domain §8). They are spoken, so
/// nothing is put in: whoever calls knows who she is and where she calls from.
/// </summary>
internal static class DefaultScripts
{
    public static readonly ImmutableSortedDictionary<string, Template> All = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Template>
        {
            ["satisfaction_call"] = new(
                "Hello, I'm calling from the store you visited a few days ago. How has your skin been since? Was there anything you would have liked to be different? … Thank you, I'll pass that on. If anything feels dry or sensitive, call me directly and I'll tell you what helps.",
                "您好，我是您前几天到店时的护理顾问，想问问您，做完之后皮肤感觉怎么样？当天的服务有没有哪里不够满意？……谢谢您告诉我，我会转达给同事。这几天如果觉得干或者敏感，随时找我，我告诉您怎么护理。"),
            ["second_visit_call"] = new(
                "Hello, it's been about a month since your first visit, and I wanted to hear how you are. A second visit is when results begin to last, so I'd be glad to plan it with you. Would a weekday or the weekend suit you better? … I'll keep that time free for you.",
                "您好，距离您第一次到店差不多一个月了，想问问您最近皮肤状态怎么样。护理做到第二次，效果才能稳住，我帮您安排一下好吗？您看平时方便还是周末方便？……好的，这个时间我给您留着。"),
            ["recall_call"] = new(
                "Hello, we haven't seen you for a while and I've been thinking of you. How have you been? … Has something kept you from coming, or was there anything we didn't do well? I'd rather hear it than guess. If you like, come in for a free skin check, with nothing you need to buy. Which day would suit you?",
                "您好，有一阵子没见到您了，挺惦记的，最近都好吗？……是最近比较忙，还是之前有哪里我们没做好？您直接跟我说没关系，我们来改。您方便的话，过来做个免费的皮肤检测，不用消费，就当来坐坐。您看哪天合适？"),
            ["last_call"] = new(
                "Hello, I promise to be brief. I'd just like to know whether there is something we can still do for you. … If now is not the time, that is quite all right: tell me when I may call again, or say so and I won't. Your points and your membership stay yours either way.",
                "您好，我就占用您一分钟，想问问还有没有我们能为您做的。……现在不方便完全没关系，您告诉我什么时候再联系合适；要是不想再接到电话，跟我说一声，我就不再打扰。您的积分和会员身份都会为您留着。"),
            ["consultation"] = new(
                "Hello, your friend spoke warmly of us to you, and I'd like to say welcome. What would you most like to improve about your skin? … Come and let one of our consultants look at it with you, in person and without charge; it takes half an hour. Your welcome present is waiting as well. Would tomorrow or the day after suit you?",
                "您好，您的好友跟您推荐了我们，特意给您打个招呼，欢迎您！您目前最想改善的是哪方面的皮肤问题？……这样，我给您约一位顾问做一对一的面诊，免费的，大概半小时，您的见面礼也一起领走。明天或者后天，您哪天方便？"),
            ["care_call"] = new(
                "Hello, I'm not calling to sell you anything: once a quarter I like to hear how you are. How happy are you with your treatments lately? Is there something we should do differently for you? … Thank you. Shall I plan your next visits, so that you get the times you like?",
                "您好，这次不是推销，就是每个季度想跟您聊聊近况。最近的护理您还满意吗？有没有什么希望我们调整的？……谢谢您。接下来几次到店要不要我先帮您排好？您习惯的时间段我优先给您留。"),
            [TaskKinds.Complaint] = new(
                "Hello, thank you for telling us so openly. I'm sorry that it was not as it should have been. Would you tell me what happened, in your own words? … I see. I'll look after it myself, and you will hear from me by tomorrow what we do about it. What would put it right for you?",
                "您好，谢谢您愿意直接告诉我们，没让您满意，真的很抱歉。您方便跟我说说当时的情况吗？……我明白了。这件事由我来跟进，最晚明天给您答复。您希望我们怎么处理？"),
            [TaskKinds.Resolve] = new(
                "Hello, as promised I'm calling about what you told us. I've looked into it, and this is what went wrong: … This is what we would like to do for you: … Would that put it right? If not, please say so, and we will find another way.",
                "您好，之前答应给您答复，我来跟您说一下。情况我们核实过了，问题出在：……我们想这样为您处理：……您看这样可以吗？如果还不满意，您直说，我们再想办法。"),
            [TaskKinds.Revisit] = new(
                "Hello, I wanted to ask once more whether all is well now. Did what we agreed on happen as it should? … Is there anything left that bothers you? Thank you for giving us the chance to put it right; we look forward to seeing you.",
                "您好，想再跟您确认一下，上次的问题现在都解决好了吗？我们答应您的都做到了吧？……还有没有让您不舒服的地方？谢谢您给我们改进的机会，期待再见到您。"),
            [TaskKinds.Prospect] = new(
                "Hello, you asked about us, so I'm calling to help, with no obligation. What would you like to change, and what have you tried before? … For that I would suggest this: … Would you like to come and see it? The first look is free, and I can tell you beforehand what it would cost.",
                "您好，看到您咨询过我们，我来给您解答一下，您先了解，不着急决定。您主要想改善什么？之前做过哪些项目？……像您这种情况，我建议：……要不要先到店看看？首次检测免费，费用我也可以提前跟您讲清楚。"),
        });
}
