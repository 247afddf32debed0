namespace Engagement.Hosting.Channels;

/// <summary>The ways out of the house (<c>Engagement:Channels</c>).</summary>
public sealed class ChannelOptions
{
    /// <summary>
    /// Whether webhooks may go to addresses inside: private, loopback, link-local and other special ranges, and over plain
    /// HTTP. Default no: whoever may name a URL could otherwise have this node knock at doors that only it can reach. Yes is
    /// for receivers in the same network, and for trying out.
    /// </summary>
    public bool AllowPrivateAddresses { get; set; }

    public FileChannelOptions File { get; set; } = new();

    public WebhookChannelOptions Webhook { get; set; } = new();

    public SmtpChannelOptions Smtp { get; set; } = new();
}

/// <summary>The channel <c>file</c> (<c>Engagement:Channels:File</c>).</summary>
public sealed class FileChannelOptions
{
    /// <summary>
    /// The file that messages are written to, one JSON object a line. Default <c>data/messages.ndjson</c>. It grows, and holds
    /// what members are told: move it away from time to time, and keep it from others. Each node needs one of its own.
    /// </summary>
    public string Path { get; set; } = "data/messages.ndjson";
}

/// <summary>The channel <c>webhook</c> (<c>Engagement:Channels:Webhook</c>).</summary>
public sealed class WebhookChannelOptions
{
    /// <summary>Where messages are posted. Default none: messages of this channel are refused as <c>not_configured</c>.</summary>
    public Uri? Url { get; set; }

    /// <summary>
    /// What messages are signed with: <c>whsec_</c> and 24 to 64 bytes in Base64. With several each message carries a signature
    /// of each, so that a receiver can change over without losing one: put the new one beside the old, change the receiver,
    /// take the old one away.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// How long the receiver has to answer. Default 10 seconds of real time; from 0.1 to 25. What takes longer is sent again,
    /// so a shorter time means more repeats from a slow receiver.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}

/// <summary>The channel <c>smtp</c> (<c>Engagement:Channels:Smtp</c>).</summary>
public sealed class SmtpChannelOptions
{
    /// <summary>The mail server. Default none: messages of this channel are refused as <c>not_configured</c>.</summary>
    public string? Host { get; set; }

    /// <summary>Default 587, the port for submission.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted (STARTTLS). Default yes; no sends user, password and text in the clear.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Who signs in to the server. Default nobody.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The address mails come from, such as <c>care@clinic.example</c>; needed with <see cref="Host"/>.</summary>
    public string? From { get; set; }
}
