using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting.Channels;

/// <summary>
/// Mail through a server of the house. The framework's client knows STARTTLS and no connection that is encrypted from the
/// first byte (port 465); see docs/adr/0017.
/// </summary>
internal sealed partial class SmtpChannel(IAddressBook addresses, IOptions<ChannelOptions> options, ILogger<SmtpChannel> logger) : IChannel
{
    public string Name => "smtp";

    public async ValueTask<Handover> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var settings = options.Value.Smtp;
        if (settings.Host is not { Length: > 0 } host)
            return new Handover.Refused("not_configured");
        if (await addresses.MailOfAsync(message.Member, cancellation).ConfigureAwait(false) is not { } address)
            return new Handover.Refused("no_address");
        if (!MailAddress.TryCreate(address, out var to))
            return new Handover.Refused("address_rejected");
        using var mail = Compose(message, new(settings.From!, message.Sender, Encoding.UTF8), to);
        using var client = new SmtpClient(host, settings.Port) { EnableSsl = settings.Tls };
        if (settings.User is { Length: > 0 } user)
            client.Credentials = new NetworkCredential(user, settings.Password);
        try
        {
            await client.SendMailAsync(mail, cancellation).ConfigureAwait(false);
            return Handover.Accepted.Instance;
        }
        catch (SmtpException exception)
        {
            if (IsForGood(exception))
                return new Handover.Refused("address_rejected");
            // The exception would name the address.
            NotSent(exception.StatusCode);
            return new Handover.TryLater("mail_server");
        }
    }

    private static MailMessage Compose(OutgoingMessage message, MailAddress from, MailAddress to)
    {
        var mail = new MailMessage(from, to)
        {
            Subject = message.Sender,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        // The same at every try: mailboxes and servers drop what they have by this header.
        mail.Headers.Add("Message-ID", $"<{message.Id}@{from.Host}>");
        return mail;
    }

    private static bool IsForGood(SmtpException exception) => exception is SmtpFailedRecipientException
    {
        StatusCode: SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.UserNotLocalTryAlternatePath,
    };

    [LoggerMessage(LogLevel.Warning, "The mail server did not take a message ({Status})")]
    private partial void NotSent(SmtpStatusCode status);
}
