using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Engagement.Hosting.Tests.Channels;

/// <summary>A mail server that takes one mail, or refuses its receiver.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _answerToReceiver;

    public MailServer(string answerToReceiver = "250 ok")
    {
        _answerToReceiver = answerToReceiver;
        _listener.Start();
        Mail = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was said, and the mail.</summary>
    public Task<string> Mail { get; }

    public void Dispose() => _listener.Dispose();

    private async Task<string> ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var said = new StringBuilder();
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    said.AppendLine(text);
            }
            else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) ? _answerToReceiver : "250 ok");
        }

        return said.ToString();
    }
}
