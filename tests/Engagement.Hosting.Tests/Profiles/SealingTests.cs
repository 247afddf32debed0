using System.Collections.Immutable;
using System.Text;
using Engagement.Domain.Identity;
using Engagement.Domain.Profiles;
using Engagement.Hosting.Profiles;
using Engagement.Journal;
using Engagement.Journal.Profiles;

namespace Engagement.Hosting.Tests.Profiles;

/// <summary>Profiles under their seals: they open for whom they belong to, and for nothing else.</summary>
public sealed class SealingTests : IDisposable
{
    private static readonly MemberKey Li = new(new("glow"), new("li"));

    private static readonly Profile Full = new()
    {
        Name = "王小红",
        Phone = "+86 138-0013-8000",
        Email = "Xiao.Hong@example.com",
        Gender = Gender.Female,
        BirthYear = 1990,
        Address = "外滩 1 号",
        Language = "zh-CN",
        Note = "Likes\nroses 🌹",
        Fields = ImmutableSortedDictionary<string, string>.Empty.Add("skin", "dry").Add("肤质", "干性"),
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engagement-keys-");
    private MasterKeys _keys;

    public SealingTests() => _keys = Open();

    private ProfileSealing Sealing => new(_keys);

    [Fact]
    public void A_profile_comes_back_as_it_was_and_twice_sealed_looks_different()
    {
        var (first, second) = (Sealing.Seal(Li, Full), Sealing.Seal(Li, Full));

        Assert.Equal(Full, Sealing.Open(Li, first));
        Assert.Equal(Profile.Empty, Sealing.Open(Li, Sealing.Seal(Li, Profile.Empty)));
        Assert.NotEqual(first.Bytes, second.Bytes);
        Assert.NotEqual(first.WrappedKey, second.WrappedKey);
        foreach (var text in new[] { "王小红", "138", "example.com", "1990", "roses" })
            Assert.Equal(-1, first.Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void A_changed_byte_anywhere_keeps_it_shut()
    {
        var kept = Sealing.Seal(Li, Full);
        for (var place = 0; place < kept.Bytes.Length; place++)
            Assert.Null(Sealing.Open(Li, kept with { Bytes = Flipped(kept.Bytes, place) }));
        for (var place = 0; place < kept.WrappedKey.Length; place++)
            Assert.Null(Sealing.Open(Li, kept with { WrappedKey = Flipped(kept.WrappedKey, place) }));
        Assert.Null(Sealing.Open(Li, kept with { Bytes = [] }));
        Assert.Null(Sealing.Open(Li, kept with { WrappedKey = [] }));
    }

    [Fact]
    public void A_row_that_was_copied_to_somebody_else_does_not_open()
    {
        var kept = Sealing.Seal(Li, Full);

        Assert.Null(Sealing.Open(new(new("glow"), new("wang")), kept));
        Assert.Null(Sealing.Open(new(new("glo"), new("wli")), kept));
        Assert.Null(Sealing.Open(new(new("other"), new("li")), kept));
        Assert.Null(Sealing.Open(Li, kept with { WrappedKey = Sealing.Seal(Li, Full).WrappedKey }));
    }

    [Fact]
    public void A_new_master_key_wraps_from_now_on_and_the_old_one_still_opens()
    {
        var before = Sealing.Seal(Li, Full);
        Assert.Equal(_keys.NewestId(), before.MasterKey);

        _keys.MakeNew(DateTimeOffset.UtcNow);
        Reopen();

        var after = Sealing.Seal(Li, Full);
        Assert.NotEqual(before.MasterKey, after.MasterKey);
        Assert.Equal(_keys.NewestId(), after.MasterKey);
        Assert.Equal(Full, Sealing.Open(Li, before));
        Assert.Equal(Full, Sealing.Open(Li, after));
    }

    [Fact]
    public void Without_the_folder_nothing_opens_and_the_secret_is_another()
    {
        var kept = Sealing.Seal(Li, Full);
        var secret = _keys.SearchSecret;
        Reopen();
        Assert.Equal(secret, _keys.SearchSecret);

        foreach (var file in _folder.GetFiles())
            file.Delete();
        Reopen();

        Assert.Null(Sealing.Open(Li, kept));
        Assert.NotEqual(secret, _keys.SearchSecret);
    }

    [Fact]
    public void A_secret_whose_keys_are_gone_is_said_to_be_unreadable()
    {
        _ = _keys.SearchSecret;
        foreach (var file in _folder.GetFiles("*.xml"))
            file.Delete();
        Reopen();

        Assert.Throws<ProfilesUnreadableException>(() => _keys.SearchSecret);
    }

    [Fact]
    public void With_a_certificate_the_folder_alone_opens_nothing()
    {
        using var key = System.Security.Cryptography.RSA.Create(2048);
        var request = new System.Security.Cryptography.X509Certificates.CertificateRequest(
            "CN=profiles", key, System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var file = Path.Combine(_folder.FullName, "certificate.pfx");
        File.WriteAllBytes(file, made.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pfx, "open"));
        var certificate = new PersonalDataCertificate { Path = file, Password = "open" };
        var folder = Path.Combine(_folder.FullName, "sealed");
        SealedProfile kept;
        using (var keys = new MasterKeys(folder, certificate))
            kept = new ProfileSealing(keys).Seal(Li, Full);

        using (var keys = new MasterKeys(folder, certificate))
            Assert.Equal(Full, new ProfileSealing(keys).Open(Li, kept));
        using (var keys = new MasterKeys(folder, new()))
            Assert.Null(new ProfileSealing(keys).Open(Li, kept));
        Assert.Throws<JournalRefusedException>(() => new MasterKeys(folder, new() { Path = file, Password = "wrong" }));
    }

    [Fact]
    public void Nothing_that_is_printed_of_a_profile_says_who_she_is()
    {
        Assert.DoesNotContain("王", Full.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("王", new ProfileChange { Name = new("王小红") }.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _keys.Dispose();
        _folder.Delete(recursive: true);
    }

    private static byte[] Flipped(byte[] bytes, int place)
    {
        var copy = bytes.ToArray();
        copy[place] ^= 0x10;
        return copy;
    }

    private MasterKeys Open() => new(_folder.FullName, new());

    private void Reopen()
    {
        _keys.Dispose();
        _keys = Open();
    }
}
