using System.Globalization;
using System.Net;
using Engagement.Hosting.Channels;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Tests.Channels;

/// <summary>Messages that go to another system, which must be able to trust them and must not be able to lead us astray.</summary>
public sealed class WebhookChannelTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Newer = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDzZxBYq8XIxA=";

    private readonly ChannelOptions _options = new() { AllowPrivateAddresses = true };

    private Receiver Receiver { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Receiver = await Receiver.StartAsync();
        _options.Webhook.Url = Receiver.Url;
        _options.Webhook.Secrets.Add(Secret);
    }

    public ValueTask DisposeAsync() => Receiver.DisposeAsync();

    [Fact]
    public async Task A_message_arrives_with_a_signature_that_the_receiver_can_check()
    {
        Assert.IsType<Handover.Accepted>(await SendAsync());

        var delivery = Assert.Single(Receiver.Deliveries);
        Assert.Equal("msg_1", delivery.Id);
        Assert.True(delivery.IsSignedWith(Secret));
        Assert.False(delivery.IsSignedWith(Newer));
        var sentAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(delivery.Timestamp, CultureInfo.InvariantCulture));
        Assert.InRange(sentAt, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal("message.released", (string?)delivery.Json["type"]);
        Assert.Equal("2026-03-08T04:00:00Z", (string?)delivery.Json["timestamp"]);
        Assert.Equal(("glow", "li", "你好 \"李\""), (
            (string?)delivery.Json["data"]!["chain"], (string?)delivery.Json["data"]!["member"], (string?)delivery.Json["data"]!["text"]));
    }

    [Fact]
    public async Task While_a_secret_is_changed_old_and_new_are_both_good()
    {
        _options.Webhook.Secrets.Add(Newer);

        await SendAsync();

        var delivery = Assert.Single(Receiver.Deliveries);
        Assert.True(delivery.IsSignedWith(Secret));
        Assert.True(delivery.IsSignedWith(Newer));
    }

    [Fact]
    public async Task The_same_message_is_the_same_bytes_at_every_try()
    {
        await SendAsync();
        await SendAsync();

        Assert.Single(Receiver.Deliveries.Select(delivery => Convert.ToHexString(delivery.Body)).Distinct());
    }

    [Theory]
    [InlineData(500, "http_500")]
    [InlineData(404, "http_404")]
    [InlineData(429, "http_429")]
    [InlineData(301, "http_301")]
    public async Task Whatever_is_not_taken_is_tried_later(int status, string why)
    {
        Receiver.AnswerWith(status, location: "/elsewhere");

        Assert.Equal(new Handover.TryLater(why), await SendAsync());

        // A redirect is not followed: it could lead anywhere.
        Assert.Equal("/hook", Assert.Single(Receiver.Deliveries).Path);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_left_alone()
    {
        Receiver.AnswerWith(410);
        Assert.Equal(new Handover.Refused("gone"), await SendAsync());
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_receiver_may_say_when_to_come_back(int status)
    {
        Receiver.AnswerWith(status, retryAfter: "120");
        Assert.Equal(TimeSpan.FromSeconds(120), Assert.IsType<Handover.TryLater>(await SendAsync()).After);

        Receiver.AnswerWith(status, retryAfter: DateTimeOffset.UtcNow.AddHours(1).ToString("R", CultureInfo.InvariantCulture));
        Assert.InRange(Assert.IsType<Handover.TryLater>(await SendAsync()).After!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task A_receiver_that_does_not_answer_is_not_waited_for()
    {
        _options.Webhook.Timeout = TimeSpan.FromMilliseconds(300);
        Receiver.Answer = (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted);

        Assert.Equal(new Handover.TryLater("timeout"), await SendAsync());
    }

    [Fact]
    public async Task A_receiver_that_talks_without_end_is_not_listened_to()
    {
        Receiver.Answer = async (context, _) =>
        {
            var chunk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        };

        Assert.IsType<Handover.Accepted>(await SendAsync());
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_tried_later()
    {
        await Receiver.DisposeAsync();
        Assert.Equal(new Handover.TryLater("not_reachable"), await SendAsync());
    }

    [Theory]
    [InlineData("http://receiver.example/hook")]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("https://[::ffff:10.0.0.1]/hook")]
    [InlineData("https://169.254.169.254/latest")]
    [InlineData("https://2130706433/hook")]
    [InlineData("https://user:password@receiver.example/hook")]
    [InlineData("https://0x7f.1/hook")]
    [InlineData("https://0177.0.0.1/hook")]
    [InlineData("https://[fd00:ec2::254]/latest")]
    [InlineData("https://[64:ff9b::169.254.169.254]/latest")]
    [InlineData("https://receiver.example:25/hook")]
    [InlineData("https://receiver.example:22/hook")]
    [InlineData("gopher://receiver.example/hook")]
    [InlineData("file:///etc/passwd")]
    public async Task No_message_goes_to_the_house_itself_or_in_the_clear(string url)
    {
        _options.AllowPrivateAddresses = false;
        _options.Webhook.Url = new(url);

        Assert.Equal(new Handover.Refused("address_not_allowed"), await SendAsync());
    }

    [Fact]
    public async Task A_name_that_stands_for_an_inside_address_is_found_out_at_the_connection()
    {
        _options.AllowPrivateAddresses = false;
        _options.Webhook.Url = new UriBuilder(Receiver.Url) { Scheme = "https", Host = "localhost" }.Uri;

        Assert.Equal(new Handover.Refused("address_not_allowed"), await SendAsync());
        Assert.Empty(Receiver.Deliveries);
    }

    [Theory]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.19.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("::", false)]
    [InlineData("::ffff:192.168.1.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("100.127.255.255", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("192.0.0.170", false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("192.88.99.1", false)]
    [InlineData("198.51.100.1", false)]
    [InlineData("203.0.113.255", false)]
    [InlineData("239.255.255.250", false)]
    [InlineData("240.0.0.1", false)]
    [InlineData("223.255.255.254", true)]
    [InlineData("::1", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("::ffff:0:127.0.0.1", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("64:ff9b::8.8.8.8", false)]
    [InlineData("64:ff9b:1::1", false)]
    [InlineData("100::1", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:20::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("3fff::1", false)]
    [InlineData("5f00::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fdff::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("febf::1", false)]
    [InlineData("ff0e::1", false)]
    [InlineData("2400:cb00::1", true)]
    public void Addresses_of_the_open_internet_are_told_from_all_others(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.Contain(IPAddress.Parse(address)));

    [Theory]
    [InlineData("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", true)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("whsec_not base64, but long enough for it!", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_secret_is_long_enough_to_be_one(string? text, bool isSecret) => Assert.Equal(isSecret, WebhookSecret.Read(text) is not null);

    private async Task<Handover> SendAsync()
    {
        var options = Options.Create(_options);
        using var post = new SignedPost(options, TimeProvider.System);
        return await new WebhookChannel(post, options).SendAsync(Outgoing.Message("msg_1"), TestContext.Current.CancellationToken);
    }
}
