using System.Text;
using Engagement.Domain.Time;
using Engagement.Hosting.Auth.Accounts;

namespace Engagement.Hosting.Tests.Auth;

/// <summary>What RFC 6238 and RFC 4648 say must come out.</summary>
public sealed class OneTimePasswordsTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_passwords_are_those_of_RFC_6238(long second, string password)
    {
        var step = OneTimePasswords.StepOf(At(second));

        Assert.Equal(password, OneTimePasswords.Of(Secret, step, 8));
        Assert.Equal(password[2..], OneTimePasswords.Of(Secret, step));
        Assert.Equal(step, OneTimePasswords.StepOf(Secret, password[2..], At(second), 0));
    }

    [Theory]
    [InlineData(-31, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_off_by_one_step_and_not_by_two(int seconds, bool isTaken)
    {
        // 1,200,000,000 is where a step begins.
        var password = OneTimePasswords.Of(Secret, OneTimePasswords.StepOf(At(1_200_000_000)));

        Assert.Equal(isTaken, OneTimePasswords.StepOf(Secret, password, At(1_200_000_000 + seconds), 0) is not null);
    }

    [Fact]
    public void What_was_used_and_all_before_it_is_taken_no_more()
    {
        var now = At(1_200_000_000);
        var step = OneTimePasswords.StepOf(now);

        Assert.Equal(step, OneTimePasswords.StepOf(Secret, OneTimePasswords.Of(Secret, step), now, step - 1));
        Assert.Null(OneTimePasswords.StepOf(Secret, OneTimePasswords.Of(Secret, step), now, step));
        Assert.Null(OneTimePasswords.StepOf(Secret, OneTimePasswords.Of(Secret, step - 1), now, step));
        Assert.Equal(step + 1, OneTimePasswords.StepOf(Secret, OneTimePasswords.Of(Secret, step + 1), now, step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("一二三四五六")]
    public void What_is_no_password_is_none(string given) => Assert.Null(OneTimePasswords.StepOf(Secret, given, At(59), 0));

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_as_RFC_4648_says(string bytes, string text) =>
        Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));

    [Theory]
    [InlineData("river bank", false)]
    [InlineData("eleven char", false)]
    [InlineData("twelve chars", true)]
    [InlineData("长长的河边慢慢走一走吧", false)]
    [InlineData("长长的河边慢慢地走一走吧", true)]
    [InlineData("PassWord1234", false)]
    [InlineData("mei@Glow.Example", false)]
    [InlineData("            ", true)]
    public void A_password_is_good_by_its_length_and_by_not_being_known(string password, bool isGood) =>
        Assert.Equal(isGood, Passwords.FaultOf(password, "mei@glow.example") is null);

    [Fact]
    public void A_password_has_128_characters_at_most()
    {
        Assert.Null(Passwords.FaultOf(string.Concat(Enumerable.Repeat("🌊", 128)), "mei"));
        Assert.NotNull(Passwords.FaultOf(string.Concat(Enumerable.Repeat("🌊", 129)), "mei"));
        Assert.NotNull(Passwords.FaultOf(null, "mei"));
    }

    private static Instant At(long second) => new(second * 1_000_000);
}
