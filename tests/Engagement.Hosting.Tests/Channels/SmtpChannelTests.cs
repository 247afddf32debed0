using Engagement.Domain.Identity;
using Engagement.Hosting.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Tests.Channels;

/// <summary>Messages by mail, to whoever has an address.</summary>
public sealed class SmtpChannelTests
{
    [Fact]
    public async Task As_long_as_nobody_has_an_address_no_mail_is_sent_and_it_is_said_why() =>
        Assert.Equal(new Handover.Refused("no_address"), await SendAsync(25, new EmptyAddressBook()));

    [Fact]
    public async Task Without_a_mail_server_mail_is_refused() =>
        Assert.Equal(new Handover.Refused("not_configured"), await SendAsync(25, new EmptyAddressBook(), host: null));

    [Fact]
    public async Task A_mail_says_who_writes_and_carries_the_messages_id()
    {
        using var server = new MailServer();

        Assert.IsType<Handover.Accepted>(await SendAsync(server.Port, new Book("li@example.com")));

        var mail = await server.Mail;
        Assert.Contains("RCPT TO:<li@example.com>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<msg_1@clinic.example>", mail, StringComparison.Ordinal);
        Assert.Contains("text/html", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 no such user")]
    [InlineData("553 not a mailbox")]
    public async Task An_address_that_the_server_does_not_know_is_refused_for_good(string answer)
    {
        using var server = new MailServer(answer);
        Assert.Equal(new Handover.Refused("address_rejected"), await SendAsync(server.Port, new Book("li@example.com")));
    }

    [Fact]
    public async Task A_server_that_is_busy_is_tried_later()
    {
        using var server = new MailServer("450 later");
        Assert.Equal(new Handover.TryLater("mail_server"), await SendAsync(server.Port, new Book("li@example.com")));
    }

    private static async Task<Handover> SendAsync(int port, IAddressBook addresses, string? host = "127.0.0.1")
    {
        var options = new ChannelOptions { Smtp = { Host = host, Port = port, Tls = false, From = "care@clinic.example" } };
        var channel = new SmtpChannel(addresses, Options.Create(options), NullLogger<SmtpChannel>.Instance);
        return await channel.SendAsync(Outgoing.Message("msg_1"), TestContext.Current.CancellationToken);
    }

    private sealed class Book(string address) : IAddressBook
    {
        public ValueTask<string?> MailOfAsync(MemberKey member, CancellationToken cancellation) => new(address);

        public ValueTask<string?> PhoneOfAsync(MemberKey member, CancellationToken cancellation) => new((string?)null);
    }
}
