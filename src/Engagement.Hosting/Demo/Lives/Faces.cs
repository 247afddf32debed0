using System.Globalization;
using Engagement.Domain.Profiles;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>
/// Who the members of the demonstration chain are: names made up from common parts, numbers of a range that is given to nobody, and
/// mail addresses in a domain that is kept free for examples.
/// </summary>
internal static class Faces
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余";
    private const string Given = "红丽芳娜静敏燕玲秀英华慧巧美娟雪云莲欣怡佳琪梦洁雅婷晓晴思雨涵欣然子萱诗语安琪若曦";

    private static readonly string[] Roman =
        ["wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun", "ma", "zhu", "hu", "guo", "he", "gao", "lin", "luo"];

    private static readonly string[] Notes =
        ["", "", "", "", "对薄荷过敏", "喜欢安静的房间", "周末更方便联系", "爱喝温水", "Prefers to be called in the evening"];

    /// <summary>A member by her number: the same seed and number are always the same person.</summary>
    public static Profile Of(int seed, int number)
    {
        var dice = new Dice(seed ^ 0x5EED, number);
        var surname = dice.Between(0, Surnames.Length - 1);
        var given = string.Concat(Enumerable.Range(0, dice.Chance(0.75) ? 2 : 1).Select(_ => Given[dice.Between(0, Given.Length - 1)]));
        var notes = dice.OneOf(Notes);
        return new()
        {
            Name = Surnames[surname] + given,
            // No numbers that begin with 100 are mobile ones.
            Phone = string.Create(CultureInfo.InvariantCulture, $"100{dice.Between(0, 99_999_999):D8}"),
            Email = dice.Chance(0.6) ? string.Create(CultureInfo.InvariantCulture, $"{Roman[surname % Roman.Length]}{number}@example.com") : null,
            Gender = dice.Chance(0.85) ? Gender.Female : Gender.Male,
            BirthYear = dice.Between(1965, 2005),
            Language = "zh-CN",
            Note = notes.Length == 0 ? null : notes,
        };
    }
}
