using System.CommandLine;

namespace Engagement.Cli.Api;

/// <summary>The options that every command shares: which server, and with which key.</summary>
internal sealed class ServerOptions(Terminal terminal)
{
    private const string DefaultAddress = "http://127.0.0.1:5080";

    public Option<string?> Address { get; } = new("--server")
    {
        Description = $"The server's URL; else ENGAGEMENT_SERVER, else {DefaultAddress}.",
        HelpName = "URL",
        Recursive = true,
    };

    public Option<string?> Key { get; } = new("--key")
    {
        Description = "The API key; else ENGAGEMENT_KEY, where it is safer: others can see arguments.",
        HelpName = "KEY",
        Recursive = true,
    };

    /// <summary>The server's address: an http or https URL that relative paths can follow; null with an error printed.</summary>
    public Uri? ReadAddress(ParseResult parsed)
    {
        var text = parsed.GetValue(Address) ?? Setting("ENGAGEMENT_SERVER") ?? DefaultAddress;
        if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            return address;
        terminal.Error.WriteLine($"--server '{DisplayText.Plain(text)}' is no http or https URL.");
        return null;
    }

    /// <summary>A client for the server; null with an error printed when address or key are missing or wrong.</summary>
    public EngagementClient? Connect(ParseResult parsed)
    {
        if (ReadAddress(parsed) is not { } address)
            return null;
        var key = (parsed.GetValue(Key) ?? Setting("ENGAGEMENT_KEY"))?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            terminal.Error.WriteLine("No API key: say --key KEY or set ENGAGEMENT_KEY.");
            return null;
        }

        if (key.Any(c => !char.IsAscii(c) || char.IsControl(c) || c == ' '))
        {
            terminal.Error.WriteLine("The API key has characters that no key has (only visible ASCII is allowed).");
            return null;
        }

        return new EngagementClient(address, key, terminal.Time);
    }

    private string? Setting(string name) =>
        terminal.Environment(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
