using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Engagement.Tests.Shared.Fuzzing;

/// <summary>Calls made up from the API's description: right ones, nearly right ones, and rubbish.</summary>
internal sealed class ApiFuzz(Uri node, string key, HttpClient client, JsonNode document, Findings findings)
{
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private static readonly string[] Headers =
        ["If-Match", "If-None-Match", "Accept", "Accept-Encoding", "Accept-Language", "Range", "Content-Encoding", "Origin", "Sec-Fetch-Site", "X-Forwarded-For", "Cookie", "Expect", "Idempotency-Key"];

    private static readonly string[] ContentTypes =
        ["application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/x-ndjson", "text/plain", "application/xml", "multipart/form-data", "x", ""];

    private readonly (string Method, string Path, JsonNode Call)[] _calls =
    [
        .. from path in document["paths"]!.AsObject()
           from call in path.Value!.AsObject()
           where call.Key is "get" or "put" or "post" or "delete" or "patch"
           select (call.Key.ToUpperInvariant(), path.Key, call.Value!),
    ];

    public async Task OnceAsync(Dirt dirt, CancellationToken cancellation)
    {
        if (dirt.Chance(0.01))
        {
            await RawAsync(dirt, cancellation).ConfigureAwait(false);
            return;
        }

        var (method, template, call) = dirt.One(_calls);
        if (dirt.Chance(0.02))
            method = dirt.One<string>(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"]);
        var path = Path(dirt, template, call);
        using var request = new HttpRequestMessage(new(method), new Uri(node.GetLeftPart(UriPartial.Authority) + path, AsWritten));
        var body = Body(dirt, call);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            if ((dirt.Chance(0.95) ? "application/json" : dirt.One(ContentTypes)) is { Length: > 0 } type && MediaTypeHeaderValue.TryParse(type, out var media))
                request.Content.Headers.ContentType = media;
        }

        if (dirt.Chance(0.98))
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + key);
        while (dirt.Chance(0.15))
            request.Headers.TryAddWithoutValidation(dirt.One(Headers), Line(dirt.Text()));
        var status = await SendAsync(request, body, cancellation).ConfigureAwait(false);
        findings.Request(status);
    }

    private async Task<int> SendAsync(HttpRequestMessage request, byte[]? body, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.SendAsync(request, cancellation).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            if (status >= 500)
            {
                var text = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
                // Unavailable with a reason and a time to come again is an answer.
                if (status != 503 || response.Headers.RetryAfter is null || !text.Contains("\"code\"", StringComparison.Ordinal))
                    findings.Fault($"{status} {request.Method} {Short(request.RequestUri!.OriginalString)} {Short(body is null ? "" : Encoding.UTF8.GetString(body))} -> {Short(text)}");
            }

            return status;
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            findings.Fault($"no answer: {request.Method} {Short(request.RequestUri!.OriginalString)} {Short(body is null ? "" : Encoding.UTF8.GetString(body))}");
            return 0;
        }
        catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or UriFormatException or FormatException)
        {
            // What breaks at the server's first look has its line closed. Whether the server lives is asked apart.
            return 0;
        }
    }

    private static string Path(Dirt dirt, string template, JsonNode call)
    {
        var path = new StringBuilder();
        foreach (var part in template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path.Append('/');
            path.Append(part.StartsWith('{') ? Place(dirt, part.Trim('{', '}')) : part);
        }

        var separator = '?';
        foreach (var parameter in call["parameters"] as JsonArray ?? [])
        {
            if ((string?)parameter!["in"] != "query" || dirt.Chance(0.4))
                continue;
            path.Append(separator).Append((string?)parameter["name"]).Append('=').Append(Query(dirt, (string)parameter["name"]!));
            separator = '&';
        }

        while (dirt.Chance(0.05))
        {
            path.Append(separator).Append(Uri.EscapeDataString(Whole(dirt.Text()))).Append('=').Append(Uri.EscapeDataString(Whole(dirt.Text())));
            separator = '&';
        }

        return path.ToString();
    }

    private static string Place(Dirt dirt, string name)
    {
        var chain = name == "chain";
        if (dirt.Chance(chain ? 0.97 : 0.75))
        {
            return name switch
            {
                "chain" => "glow",
                "store" => dirt.One<string>(["bund", "soho"]),
                "channel" => dirt.One<string>(["sms", "push", "webhook"]),
                "version" => dirt.Next(5).ToString(System.Globalization.CultureInfo.InvariantCulture),
                "day" or "date" => "2026-03-01",
                _ => "m" + dirt.Next(20),
            };
        }

        var text = dirt.Text();
        return dirt.Chance(0.1) && text.All(character => character is > ' ' and < '\u007f' and not ('?' or '#')) ? text : Uri.EscapeDataString(Whole(text));
    }

    private static string Query(Dirt dirt, string name) => dirt.Chance(0.3)
        ? name switch
        {
            "limit" => dirt.Next(200).ToString(System.Globalization.CultureInfo.InvariantCulture),
            "store" => "bund",
            "member" => "m1",
            "stage" => "new",
            "at" or "from" or "to" or "since" or "until" => "2026-03-01T12:00:00Z",
            "after" or "before" => dirt.Next(100).ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => Uri.EscapeDataString(Whole(dirt.Text())),
        }
        : Uri.EscapeDataString(Whole(dirt.Text()));

    private byte[]? Body(Dirt dirt, JsonNode call)
    {
        if (call["requestBody"]?["content"] is not JsonObject { Count: > 0 } content)
            return dirt.Chance(0.05) ? dirt.Spoil(dirt.Text()) : null;
        if (dirt.Chance(0.02))
            return null;
        var schema = (content["application/json"] ?? content.First().Value)?["schema"];
        return dirt.Spoil(JsonSerializer.Serialize(dirt.Value(schema, document)));
    }

    // Requests that no library would send.
    private async Task RawAsync(Dirt dirt, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(node.Host, node.Port, patience.Token).ConfigureAwait(false);
            var text = $"{dirt.One<string>(["GET", "POST", "PUT", "", "G\0T"])} {dirt.One<string>(["/v1/chains", "*", "//", "/v1/%00", "/v1/chains/%ff/board", "http://x/v1/chains"])} HTTP/1.1\r\nHost: {dirt.One<string>(["x", "", "a:b:c", "\u0001"])}\r\n"
                + $"Authorization: Bearer {key}\r\n{dirt.Text()}: {dirt.Text()}\r\n{dirt.One<string>(["Content-Length: 5", "Content-Length: -1", "Content-Length: 5\r\nContent-Length: 6", "Transfer-Encoding: chunked", "X: y"])}\r\nConnection: close\r\n\r\n{dirt.Text()}";
            var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), patience.Token).ConfigureAwait(false);
            socket.Client.Shutdown(SocketShutdown.Send);
            var buffer = new byte[64];
            var read = await stream.ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false, patience.Token).ConfigureAwait(false);
            var status = read >= 12 && int.TryParse(Encoding.ASCII.GetString(buffer, 9, 3), out var number) ? number : 0;
            if (status >= 500 && status != 505)
                findings.Fault($"{status} raw {Short(text)}");
            findings.Request(status);
        }
        catch (Exception exception) when (exception is IOException or SocketException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            findings.Request(0);
        }
    }

    // A header is one line of printable characters; what else it may hold is tried on the raw line.
    private static string Line(string text) => new([.. text.Where(character => character is >= ' ' and < '\u007f').Take(2000)]);

    private static string Whole(string text) => new([.. text.Select(character => char.IsSurrogate(character) ? '?' : character).Take(3000)]);

    private static string Short(string text) => text.Length > 600 ? text[..600] + "…" : text;
}
