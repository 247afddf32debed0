using System.Collections.Frozen;

namespace Engagement.Hosting.Auth.Accounts;

/// <summary>Passwords of twelve characters and more that are tried first everywhere.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> All = Split(
        """
        000000000000 0000000000000 111111111111 111111111111111 121212121212 123123123123 123123123123123 123321123321 1234567890123
        12345678901234 123456789012345 1234567890123456 123456789012 12345678910 123456789101112 1234567891011 123456123456 123456654321
        123456789123 123456789123456789 123456789abc 123456789qwe 1234567890qwe 1234567890qwerty 1234567890-= 1q2w3e4r5t6y 1q2w3e4r5t6y7u
        1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 222222222222 333333333333 555555555555 666666666666 777777777777
        888888888888 987654321012 999999999999 a1b2c3d4e5f6 aaaaaaaaaaaa abc123abc123 abcd12345678 abcdef123456 abcdefg12345
        abcdefghijkl abcdefghijklm admin1234567 admin12345678 admin123456789 adminadmin12 adminadminadmin administrator administrator1
        asdasdasdasd asdfasdfasdf asdfghjkl123 asdfghjkl1234 asdfghjkl123456 asdfghjklqwertyuiop baseball1234 basketball12 changeme1234
        changemechangeme changemenow1 chinachina123 correcthorsebatterystaple default12345 engagement12 engagement123 engagementengagement
        football1234 footballfootball hellohello12 helloworld12 helloworld123 helloworld1234 iloveyou1234 iloveyou12345 iloveyouforever
        iloveyouiloveyou iloveyousomuch jesuschrist1 justinbieber letmein12345 letmein123456 letmeinletmein liverpool123 lovelovelove
        mamapapa1234 manchester123 manchesterunited masterchief1 monkeymonkey motherfucker mypassword12 mypassword123 mypassword1234
        newpassword1 newpassword123 p@ssw0rd1234 p@ssword1234 p@ssw0rd12345 pa55word1234 pass12345678 pass123456789 passpasspass passw0rd1234
        passw0rd12345 password0000 password1111 password1234 password12345 password123456 password1234567 password12345678 password123!
        password1234! password2020 password2021 password2022 password2023 password2024 password2025 password2026 passwordpassword
        princess1234 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qqqqqqqqqqqq qwe123qwe123
        qweasdzxc123 qweqweqweqwe qwer12345678 qwerasdfzxcv qwerty123456 qwerty1234567 qwerty12345678 qwerty123456789 qwerty1234567890
        qwertyqwerty qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopasdfghjkl qwertyuiop[] samsung12345 secret123456 secretpassword
        skywalker123 spiderman123 starwars1234 sunshine1234 superman1234 superman12345 temporary123 test12345678 test123456789 testtesttest
        testpassword thisismypassword trustno11234 username1234 welcome12345 welcome123456 welcome2023! welcome2024! welcome2025! welcome2026!
        woaini123456 woaini1314520 woaini5201314 woaini520520 xxxxxxxxxxxx zaq12wsxcde3 zaq1xsw2cde3 zhang123456789 zxcvbnm12345 zxcvbnm123456
        zxcvbnm123456789 zxcvbnmzxcvbnm zzzzzzzzzzzz
        """);

    /// <summary>Whether it is one of them, in whichever case it is written.</summary>
    public static bool Contain(string password) => All.Contains(password.Trim());

    private static FrozenSet<string> Split(string text) =>
        text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
