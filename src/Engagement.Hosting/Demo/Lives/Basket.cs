using System.Text.Encodings.Web;
using System.Text.Json;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>Something that can be bought.</summary>
internal sealed record Article(string Name, string Category, decimal Price);

/// <summary>Which card somebody buys, if any.</summary>
internal enum CardBought
{
    None,
    Year,
    Course,
}

/// <summary>What somebody pays for at once.</summary>
/// <param name="Items">As a till would send them, a JSON array.</param>
/// <param name="Card">Whether a card is among it.</param>
internal readonly record struct Basket(decimal Amount, string Items, CardBought Card = CardBought.None)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        // Names are read by people on the wire too, and go into no page as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Article AnnualCard = new("Annual card 年卡", "card", 6800m);

    private static readonly Article CourseOfTen = new("Course of ten 十次疗程卡", "card", 3680m);

    private static readonly Article[] Services =
    [
        new("Facial care 面部护理", "face", 398m),
        new("Hydrating facial 水光护理", "face", 680m),
        new("Light rejuvenation 光子嫩肤", "laser", 1280m),
        new("Body contouring 身体塑形", "body", 880m),
        new("Relaxing massage 舒缓按摩", "body", 328m),
        new("Lashes 美睫", "eyes", 268m),
        new("Manicure 美甲", "nails", 198m),
        new("Pilates class 普拉提", "fitness", 180m),
    ];

    private static readonly Article[] Goods =
    [
        new("Serum 精华液", "skincare", 458m),
        new("Sunscreen 防晒霜", "skincare", 168m),
        new("Mask set 面膜套装", "skincare", 239m),
        new("Cleanser 洁面乳", "skincare", 128m),
        new("Collagen drink 胶原蛋白饮", "nutrition", 299m),
        new("Scalp kit 头皮护理套装", "hair", 269m),
        new("Home device 家用美容仪", "device", 1999m),
    ];

    /// <summary>The service somebody comes for.</summary>
    public static Article Service(Dice dice) => dice.OneOf(Services);

    /// <summary>A card for a year of monthly visits.</summary>
    public static Basket YearsCard(DemoStore store) => Of(store, [(AnnualCard, 1)], 1m) with { Card = CardBought.Year };

    /// <summary>What somebody pays for who came for <paramref name="service"/>: it, or goods, or both, or a card.</summary>
    public static Basket AfterVisit(DemoStore store, Article service, Dice dice)
    {
        if (dice.Chance(0.03))
            return Of(store, [(CourseOfTen, 1)], 1m) with { Card = CardBought.Course };
        List<(Article, int)> lines = [];
        if (dice.Chance(0.6))
            lines.Add((service, 1));
        if (lines.Count == 0 || dice.Chance(0.25))
            lines.Add((dice.OneOf(Goods), dice.Chance(0.15) ? 2 : 1));
        return Of(store, lines, dice.Chance(0.2) ? 0.9m : 1m);
    }

    private static Basket Of(DemoStore store, List<(Article Article, int Quantity)> lines, decimal discount)
    {
        var items = lines.ConvertAll(line => new Line(
            line.Article.Name,
            line.Article.Category,
            line.Quantity,
            Math.Round(line.Article.Price * store.PriceLevel * discount)));
        return new(items.Sum(item => item.Price * item.Quantity), JsonSerializer.Serialize(items, Format));
    }

    private sealed record Line(string Name, string Category, int Quantity, decimal Price);
}
