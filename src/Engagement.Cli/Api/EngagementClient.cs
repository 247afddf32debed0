using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Engagement.Cli.Api;

/// <summary>The HTTP contract, as far as the command line needs it.</summary>
internal sealed class EngagementClient : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private static readonly JsonSerializerOptions Sent = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient http;
    private readonly TimeProvider time;

    public EngagementClient(Uri address, string key, TimeProvider time)
    {
        this.time = time;
        Address = address;
        http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = ConnectTimeout,
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            BaseAddress = address,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public Uri Address { get; }

    public Task<Answer<T>> GetAsync<T>(string path, CancellationToken cancellation) =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Get, path), cancellation);

    /// <param name="known">The version that is to be changed; refused where it is another by now. Null for whichever it is.</param>
    public Task<Answer<T>> PutAsync<T>(string path, object body, CancellationToken cancellation, string? known = null)
    {
        var content = JsonContent.Create(body, body.GetType(), options: body is JsonNode ? JsonSerializerOptions.Web : Sent);
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = content };
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-Match", known);
        return SendAsync<T>(request, cancellation);
    }

    public Task<Answer<T>> PostAsync<T>(string path, object body, CancellationToken cancellation)
    {
        var content = JsonContent.Create(body, body.GetType(), options: body is JsonNode ? JsonSerializerOptions.Web : Sent);
        return SendAsync<T>(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, cancellation);
    }

    public Task<Answer<JsonElement?>> DeleteAsync(string path, CancellationToken cancellation) =>
        SendAsync<JsonElement?>(new HttpRequestMessage(HttpMethod.Delete, path), cancellation);

    /// <summary>A call that needs no body.</summary>
    public Task<Answer<T>> PostAsync<T>(string path, CancellationToken cancellation) =>
        SendAsync<T>(new HttpRequestMessage(HttpMethod.Post, path), cancellation);

    /// <summary>Sends a JSON array of events.</summary>
    public Task<Answer<IngestAnswer>> PostEventsAsync(
        string chain, ReadOnlyMemory<byte> events, CancellationToken cancellation)
    {
        var content = new ReadOnlyMemoryContent(events);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync<IngestAnswer>(
            new HttpRequestMessage(HttpMethod.Post, $"{ApiPath.Chain(chain)}/events") { Content = content }, cancellation);
    }

    public void Dispose() => http.Dispose();

    private async Task<Answer<T>> SendAsync<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var message = request;
            using var response = await http.SendAsync(message, cancellation);
            var body = await response.Content.ReadAsStringAsync(cancellation);
            if (!response.IsSuccessStatusCode)
                return new Answer<T>.Refused(Problem.Read(response.StatusCode, body, RetryAfter(response)));
            // PUT may answer without a body: that it was taken is all there is to know.
            var value = body.Length == 0 ? default : JsonSerializer.Deserialize<T>(body, JsonSerializerOptions.Web);
            return new Answer<T>.Taken(value!, response.Headers.ETag?.Tag);
        }
        catch (JsonException)
        {
            return new Answer<T>.Refused(new Problem(
                HttpStatusCode.OK, "Not an Engagement server", $"the answer of {Address} cannot be read", null));
        }
        catch (HttpRequestException broken)
        {
            return new Answer<T>.Unreachable(broken.Message);
        }
        catch (IOException broken)
        {
            return new Answer<T>.Unreachable(broken.Message);
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            return new Answer<T>.Unreachable(string.Create(
                CultureInfo.InvariantCulture, $"no answer within {http.Timeout.TotalSeconds:0} s ({late.Message})"));
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
