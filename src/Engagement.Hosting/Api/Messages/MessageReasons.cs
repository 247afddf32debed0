using System.Collections.Frozen;
using Engagement.Domain.Recall;

namespace Engagement.Hosting.Api.Messages;

/// <summary>Why something was decided about a message, in words; the codes are those of docs/domain, messages.</summary>
internal static class MessageReasons
{
    private static readonly FrozenDictionary<string, Template> Reasons = new Dictionary<string, Template>(StringComparer.Ordinal)
    {
        ["quiet_hours"] = new("it would have come in the quiet hours of her store", "正值门店的免打扰时段"),
        ["daily_cap"] = new("she has had as many messages that day as one day may bring", "她当天收到的消息已达上限"),
        ["weekly_cap"] = new("she has had as many messages lately as the policy's window allows", "她近期收到的消息已达上限"),
        ["priority"] = new("a more urgent message takes the room there is that day", "当天的名额留给了更紧要的消息"),
        ["paused"] = new("its playbook stands still for a while", "所属召回方案暂停中"),
        ["left_playbook"] = new("she left its playbook before it went", "发送前她已退出该召回方案"),
        ["useless"] = new("by the time it might have gone it would have been of no use", "等到可以发送时已没有意义"),
        ["no_consent"] = new("she does not want messages on this channel, or has not said that she does", "她未同意在该渠道接收消息"),
        ["suppressed"] = new("her phone or mail address is on the list of those that must not be used", "她的联系方式在禁止联系名单上"),
        ["profile_unreadable"] = new("her profile could not be read, so that nobody knows whether she may be written to", "无法读取她的资料，不能确定是否可以联系她"),
        ["unknown_channel"] = new("there is no channel of this name", "没有这个名称的渠道"),
        ["unknown_template"] = new("the policy has no template of this name any more", "规则中已没有这个模板"),
        ["template_fault"] = new("its text cannot be written for her", "无法为她生成文案"),
        ["unknown_member"] = new("nothing is known of this member", "没有这位会员的资料"),
        ["not_configured"] = new("its channel has not been set up on this node", "该渠道尚未在本节点配置"),
        ["no_address"] = new("no address of hers is known that its channel could write to", "没有她在该渠道的联系地址"),
        ["address_rejected"] = new("the mail server does not know her address", "邮件服务器不认识她的地址"),
        ["address_not_allowed"] = new("its channel's address is one that this node does not send to", "本节点不允许向该渠道的地址发送"),
        ["gone"] = new("the receiver says that it takes no messages any more", "接收方表示不再接收消息"),
        ["given_up"] = new("it was given up; the node that had it ended before it could say why", "已放弃发送；当时处理的节点在说明原因前中止"),
        ["secret_unreadable"] = new("the secret of its gateway could not be read and has to be given anew", "渠道密钥无法读取，需要重新设置"),
        ["timeout"] = new("the receiver did not answer in time, however often it was tried", "多次尝试，接收方均未及时应答"),
        ["not_reachable"] = new("the receiver could not be reached, however often it was tried", "多次尝试，均无法连接接收方"),
        ["channel_failed"] = new("its channel failed, however often it was tried", "多次尝试，渠道均出错"),
        ["file_not_written"] = new("the file of messages could not be written, however often it was tried", "多次尝试，消息文件均无法写入"),
        ["mail_server"] = new("the mail server did not take it, however often it was tried", "多次尝试，邮件服务器均未接收"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a code says; it may carry more after a colon. What is none is in the words of whoever delivers.</summary>
    public static string Of(string code, bool isEnglish)
    {
        var (name, more) = code.Split(':', 2) is [var before, var after] ? (before, after) : (code, null);
        if (name == "template_fault" && more is not null)
            return isEnglish ? $"its text cannot be written for her, as {{{{{more}}}}} has no value" : $"无法为她生成文案，{{{{{more}}}}} 没有值";
        if (Reasons.TryGetValue(name, out var reason))
            return (isEnglish ? reason.En : reason.ZhCn)!;
        if (name.StartsWith("http_", StringComparison.Ordinal))
            return isEnglish ? $"the receiver answered with status {name[5..]}, however often it was tried" : $"多次尝试，接收方均应答 {name[5..]}";
        return isEnglish ? $"whoever delivers it says “{code}”" : $"发送方说“{code}”";
    }
}
