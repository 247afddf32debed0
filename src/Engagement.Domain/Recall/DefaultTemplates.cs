using System.Collections.Immutable;

namespace Engagement.Domain.Recall;

/// <summary>The texts that come with the program: those of a beauty clinic, to begin with and to be replaced by one's own.</summary>
internal static class DefaultTemplates
{
    public static readonly ImmutableSortedDictionary<string, Template> All = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Template>
        {
            ["welcome"] = new(
                "Welcome to {{chain}}! We are glad you are here. Whenever you have a question about your skin or a treatment, just reply, or drop in at {{store}}.",
                "欢迎加入{{chain}}！很高兴认识您。护肤或项目上有任何疑问，随时回复我们，也欢迎来{{store}}坐坐。"),
            ["benefits_guide"] = new(
                "A small guide to your membership: every purchase and every daily check-in earns points, and you have {{points}} already. Points can be redeemed at {{store}}; ask us what they are good for.",
                "送您一份会员小贴士：消费和每日签到都能攒积分，您现在已有{{points}}分。积分可在{{store}}兑换好礼，想换什么，问问我们就好。"),
            ["task_reminder"] = new(
                "You have been with us for a week. A few small things are still waiting for you, such as completing your profile or your first visit; do them all in your first month and we add bonus points.",
                "加入我们一周啦！还有几项新会员小任务等着您，比如完善资料、体验第一次护理。首月全部完成，额外积分送给您。"),
            ["second_visit_offer"] = new(
                "How has your skin been since your visit? Care works best when it is kept up, so here is something for your next appointment at {{store}}: {{offer}}.",
                "上次护理之后，皮肤状态还好吗？护理贵在坚持，{{store}}为您下次到店准备了一份心意：{{offer}}。想约哪天，告诉我们就行。"),
            ["dormant_hello"] = new(
                "It has been {{days_silent}} days, and we have been thinking of you. How are you, and how is your skin? If you would like a look at it or just some advice, {{store}} is here for you.",
                "有{{days_silent}}天没见到您了，有点想念。最近好吗？皮肤状态怎么样？想做个检测或者聊聊护肤，{{store}}随时等您。"),
            ["dormant_offer"] = new(
                "We would love to see you again at {{store}}. To make it easy, we have set something aside for you: {{offer}}. Reply with a day that suits you and we will keep the time free.",
                "好久不见，{{store}}很想再为您服务一次，特意给您留了一份礼遇：{{offer}}。回复方便的日子，我们为您预留时间。"),
            ["win_back_first"] = new(
                "We miss you at {{store}}. If something was not as it should have been, please tell us; we will make it right. And if life was simply busy, this is for you: {{offer}}.",
                "{{store}}很想念您。如果之前有哪里让您不满意，请一定告诉我们，我们来改进。如果只是太忙，这份心意请收下：{{offer}}。"),
            ["win_back_second"] = new(
                "A new season, and your skin's needs change with it. Come in for a free consultation at {{store}} and use this for whatever you choose: {{offer}}.",
                "换季了，皮肤的需求也跟着变。来{{store}}做一次免费的皮肤咨询吧，这份礼遇任您选用：{{offer}}。"),
            ["win_back_last"] = new(
                "This is the last time we write to you about it, we promise. Your membership and your {{points}} points are still here, and so is this: {{offer}}. The door at {{store}} is open.",
                "这是我们最后一次为此打扰您。您的会员身份和{{points}}积分一直都在，还有这份心意：{{offer}}。{{store}}的门，一直为您开着。"),
            ["renewal"] = new(
                "Your card at {{store}} is about to expire. {{saved_so_far}}If you renew before it does, you pay {{offer}}. Questions about what is left on it? Just ask us.",
                "您在{{store}}的会员卡快到期了。{{saved_so_far}}到期前续卡，可享{{offer}}。卡内剩余项目如有疑问，随时问我们。"),
            ["friend_welcome"] = new(
                "A good friend of yours recommended us to you. Thank you for coming along! Tell us what you hope for your skin, and {{store}} will look after you just as well.",
                "您的好友把我们推荐给了您，谢谢您的信任！说说您对皮肤的期待，{{store}}会像照顾您的好友一样用心照顾您。"),
            ["friend_gift"] = new(
                "There is a present waiting for you at {{store}}, because a friend brought you: {{offer}}. You can pick it up on your first visit.",
                "因为是好友带来的，{{store}}给您准备了见面礼：{{offer}}，第一次到店时就可以领取。"),
            ["friend_countdown"] = new(
                "Your friend's present is still reserved for you, until tomorrow. Would you like us to find you a time at {{store}}?",
                "好友送您的见面礼还为您留着，明天就到期了。需要我们帮您在{{store}}约个时间吗？"),
            ["birthday"] = new(
                "Happy birthday! May the year ahead be kind to you. A little something from all of us at {{store}}: {{offer}}.",
                "生日快乐！愿新的一岁，平安喜乐，容光焕发。{{store}}全体伙伴送上一份心意：{{offer}}。"),
            ["nps_survey"] = new(
                "A small question from {{store}}: how likely are you to recommend us to a friend, from 0 to 10? Just reply with a number; a word about why helps us even more. We read every answer.",
                "{{store}}想请教您一个小问题：您有多大可能把我们推荐给朋友？0到10分，回复一个数字就好。愿意多说一句原因，我们会更感谢，每一条我们都会认真看。"),
            ["points_expiring"] = new(
                "{{expiring_points}} of your points will expire within a month. It would be a pity: come by {{store}} and turn them into something nice.",
                "您有{{expiring_points}}积分将在一个月内到期，过期就可惜了。来{{store}}看看，换点喜欢的吧。"),
            ["tier_at_risk"] = new(
                "Your {{tier}} membership is up for renewal soon. Ask us at {{store}} how little is missing to keep it for another year.",
                "您的{{tier}}会员等级即将到期复核。问问{{store}}，也许只差一点点就能再保留一年。"),
            ["streak_saver"] = new(
                "{{streak}} days in a row, well done! You have not checked in today yet; a tap before midnight keeps your streak.",
                "您已连续签到{{streak}}天，真棒！今天还没签到哦，零点前点一下，别让记录断掉。"),
        });

    /// <summary>The offers of the default playbooks.</summary>
    public static readonly ImmutableSortedDictionary<string, Template> Offers = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new Dictionary<string, Template>
        {
            ["10 % off the second visit"] = new("10 % off the second visit", "第二次到店享9折"),
            ["A treatment at half the price"] = new("a treatment at half the price", "任选一项护理享5折"),
            ["A voucher of 200"] = new("a voucher of 200", "200元代金券一张"),
            ["A voucher of 300"] = new("a voucher of 300", "300元代金券一张"),
            ["A voucher of 500"] = new("a voucher of 500", "500元代金券一张"),
            ["75 % of the price"] = new("75 % of the price", "7.5折续卡优惠"),
            ["85 % of the price"] = new("85 % of the price", "8.5折续卡优惠"),
            ["90 % of the price"] = new("90 % of the price", "9折续卡优惠"),
            ["95 % of the price"] = new("95 % of the price", "9.5折续卡优惠"),
            ["The gift pack"] = new("the gift pack", "新人礼包一份"),
            ["A birthday gift"] = new("a birthday gift", "生日礼物一份"),
        });
}
