using Engagement.Domain.Identity;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Profiles;

namespace Engagement.Hosting.Tests.Profiles;

/// <summary>Phones, names and addresses as people write them, are looked for by, and are shown masked.</summary>
public sealed class WordsTests : IDisposable
{
    private static readonly ChainId Glow = new("glow");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-keys-");
    private readonly MasterKeys _keys;
    private readonly SearchDigests _digests;

    public WordsTests()
    {
        _keys = new(_folder.FullName, new());
        _digests = new(_keys);
    }

    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("+86 138-0013-8000", "13800138000")]
    [InlineData("0086 (138) 0013 8000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0044 20 7946 0958", "+442079460958")]
    [InlineData("021-5555 1234", "02155551234")]
    [InlineData("1234", null)]
    [InlineData("call me", null)]
    [InlineData("13800138000a", null)]
    [InlineData("1234567890123456", null)]
    [InlineData("", null)]
    public void A_phone_number_is_one_however_it_is_written(string written, string? number) =>
        Assert.Equal(number, PhoneNumber.Normalize(written));

    [Theory]
    [InlineData("王小红", "王**")]
    [InlineData("欧阳小红", "欧***")]
    [InlineData("Anna Smith", "A*** S****")]
    [InlineData("X", "*")]
    [InlineData(null, null)]
    public void A_masked_name_tells_how_it_begins(string? name, string? masked) => Assert.Equal(masked, Masked.Name(name));

    [Theory]
    [InlineData("138 0013 8000", "138****8000")]
    [InlineData("+442079460958", "+442*****0958")]
    [InlineData("55512345", "******45")]
    [InlineData("secret", "****")]
    [InlineData(null, null)]
    public void A_masked_phone_tells_its_ends(string? phone, string? masked) => Assert.Equal(masked, Masked.Phone(phone));

    [Theory]
    [InlineData("anna@example.com", "a***@example.com")]
    [InlineData("broken", "***")]
    [InlineData(null, null)]
    public void A_masked_address_tells_where_it_is(string? email, string? masked) => Assert.Equal(masked, Masked.Email(email));

    [Theory]
    [InlineData("王小红", "王小红", true)]
    [InlineData("王小红", "王", true)]
    [InlineData("王小红", "小红", true)]
    [InlineData("王小红", "红", true)]
    [InlineData("王小红", "王红", false)]
    [InlineData("Anna Smith", "ann", true)]
    [InlineData("Anna Smith", "SMI", true)]
    [InlineData("Anna Smith", "smith anna", true)]
    [InlineData("Anna Smith", "nna", false)]
    [InlineData("Anna Smith", "a", false)]
    [InlineData("Anna Smith", "anna jones", false)]
    [InlineData("Zoë O'Neill", "zoe oneil", true)]
    [InlineData("Bartholomewsson", "bartholomewssen", true)]
    public void A_name_is_found_by_its_beginnings(string name, string typed, bool found) => Assert.Equal(found, Finds(new() { Name = name }, typed));

    [Theory]
    [InlineData("+86 13800138000", true)]
    [InlineData("8000", true)]
    [InlineData("1380", false)]
    [InlineData("1380013800", false)]
    public void A_phone_is_found_whole_or_by_its_last_four_digits(string typed, bool found) =>
        Assert.Equal(found, Finds(new() { Phone = "138 0013 8000" }, typed));

    [Theory]
    [InlineData("ANNA@example.com", true)]
    [InlineData("anna", false)]
    [InlineData("anna@example.org", false)]
    public void An_address_is_found_whole(string typed, bool found) => Assert.Equal(found, Finds(new() { Email = "Anna@Example.com" }, typed));

    [Fact]
    public void Two_chains_and_two_secrets_make_different_digests_of_the_same_name()
    {
        var profile = new Profile { Phone = "13800138000" };
        using var others = new MasterKeys(Path.Combine(_folder.FullName, "other"), new());

        Assert.Equal(_digests.Of(Glow, profile), new SearchDigests(_keys).Of(Glow, profile));
        Assert.NotEqual(_digests.Of(Glow, profile), _digests.Of(new("other"), profile));
        Assert.NotEqual(_digests.Of(Glow, profile), new SearchDigests(others).Of(Glow, profile));
    }

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Delete(recursive: true);
    }

    private bool Finds(Profile profile, string typed)
    {
        var has = _digests.Of(Glow, profile).Select(Convert.ToHexString).ToHashSet();
        return _digests.Sought(Glow, typed).Any(together => together.All(digest => has.Contains(Convert.ToHexString(digest))));
    }
}
