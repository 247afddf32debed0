using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Engagement.Hosting.Tests.Node;

namespace Engagement.Hosting.Tests.Api;

/// <summary>Bodies that cannot be taken say why, and nothing of them is taken.</summary>
public sealed class EventBodyTests(SharedNode shared) : ChainTest(shared)
{
    private const string Visit = """{"id":"1","type":"visit","member":"li"}""";

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData(Visit)]
    [InlineData("[" + Visit)]
    [InlineData("[" + Visit + "," + Visit)]
    [InlineData("[" + Visit + ",]")]
    [InlineData("[" + Visit + "] trailing")]
    [InlineData("[" + Visit + "][]")]
    [InlineData("\"text\"")]
    public async Task A_body_that_is_no_array_is_refused_whole(string body)
    {
        (await Node.PostAsync($"{Path}/events", body)).Problem(400, "invalid_body");

        Assert.Empty(await Node.FeedAsync(Chain));
    }

    [Fact]
    public async Task An_item_of_bottomless_depth_is_refused_without_harm()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        (await Node.PostAsync($"{Path}/events", $$"""[{{Visit}},{"id":"2","x":{{deep}}]""")).Problem(400, "invalid_body");

        Assert.Empty(await Node.FeedAsync(Chain));
    }

    [Fact]
    public async Task An_empty_array_is_taken_for_what_it_is() => AssertTaken(await SendTextAsync(" [ ] "), accepted: 0);

    [Fact]
    public async Task Items_come_one_a_line_as_well_and_a_bad_line_spoils_none()
    {
        var lines = $"{Visit}\r\n\n   \nno JSON\n{{\"id\":\"2\",\"type\":\"visit\",\"member\":\"zhao\"}} {{}}\n7\n"
            + """{"id":"3","type":"visit","member":"zhao"}""";

        var answer = await Node.PostAsync($"{Path}/events", lines, "application/x-ndjson; charset=utf-8");

        AssertTaken(answer.Ok(), accepted: 2, duplicates: 0, (1, "invalid_json"), (2, "invalid_json"), (3, "invalid_item"));
        Assert.Equal(2, (await Node.FeedAsync(Chain)).Count(told => (string?)told["type"] == "visit"));
    }

    [Fact]
    public async Task Lines_none_of_which_is_JSON_are_refused_whole()
    {
        (await Node.PostAsync($"{Path}/events", "one\ntwo\n", "application/x-ndjson")).Problem(400, "invalid_body");
        AssertTaken((await Node.PostAsync($"{Path}/events", "\n\n", "application/x-ndjson")).Ok(), accepted: 0);
    }

    [Fact]
    public async Task Ten_thousand_items_are_taken_and_one_more_is_too_much()
    {
        var items = Enumerable.Range(0, 10_001)
            .Select(number => $$"""{"id":"v{{number}}","type":"checkin","member":"m{{number % 500}}"}""").ToList();

        (await Node.PostAsync($"{Path}/events", $"[{string.Join(',', items)}]")).Problem(413, "too_large");
        (await Node.PostAsync($"{Path}/events", string.Join('\n', items), "application/x-ndjson")).Problem(413, "too_large");
        Assert.Empty(await Node.FeedAsync(Chain));

        AssertTaken(await SendTextAsync($"[{string.Join(',', items[..10_000])}]"), accepted: 10_000);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_eight_mebibytes_are_too_much_whether_announced_or_not(bool announced)
    {
        var body = Encoding.UTF8.GetBytes($$"""[{"id":"1","type":"visit","member":"li","note":"{{new string('x', 9 * 1024 * 1024)}}"}]""");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/events")
        {
            Content = announced ? new ByteArrayContent(body) : new StreamContent(new Unmeasured(body)),
            Version = HttpVersion.Version11,
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = !announced;
        // The node need not read what it will not take, so it is asked first.
        request.Headers.ExpectContinue = announced;

        (await Node.CallAsync(request)).Problem(413, "too_large");

        Assert.Empty(await Node.FeedAsync(Chain));
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_kind_of_body_is_not_understood(string contentType)
    {
        (await Node.PostAsync($"{Path}/events", $"[{Visit}]", contentType)).Problem(415, "unsupported_media_type");

        Assert.Empty(await Node.FeedAsync(Chain));
    }

    [Fact]
    public async Task A_sender_who_breaks_off_has_sent_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/events")
        {
            Content = new StreamContent(new BrokenOff(Encoding.UTF8.GetBytes($"[{Visit},"))),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = true;

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Node.CallAsync(request));

        Assert.Empty(await Node.FeedAsync(Chain));
    }

    /// <summary>A stream of unknown length.</summary>
    private class Unmeasured(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>A stream that ends in an error.</summary>
    private sealed class BrokenOff(byte[] bytes) : Unmeasured(bytes)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("the line is dead");
    }
}
