using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Engagement.Browser.Tests.Support;

namespace Engagement.Browser.Tests;

/// <summary>How the app's own files come over the line.</summary>
public sealed partial class StaffFilesTests(Chromium chromium) : BrowserTest(chromium)
{
    private readonly HttpClient _line = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1.0, br;q=0", "gzip")]
    public async Task A_script_comes_packed_as_the_browser_can_read_it_and_is_the_same_script(string accepted, string encoding)
    {
        var script = await ScriptAsync();
        using var plain = await GetAsync(script, null);
        using var packed = await GetAsync(script, accepted);

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript", packed.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        var whole = await plain.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var sent = await packed.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(sent.Length < whole.Length / 2, $"{sent.Length:N0} of {whole.Length:N0} bytes");
        Assert.Equal(whole, Unpacked(sent, encoding));
    }

    [Fact]
    public async Task What_is_named_by_its_content_is_kept_for_good_and_the_page_itself_is_asked_for_anew()
    {
        using var script = await GetAsync(await ScriptAsync(), "br");
        using var page = await GetAsync("/", "br");

        Assert.Equal(TimeSpan.FromDays(365), script.Headers.CacheControl?.MaxAge);
        Assert.Contains(script.Headers.CacheControl!.Extensions, extension => extension.Name == "immutable");
        Assert.True(page.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task Nobody_gets_a_packed_copy_by_its_own_name()
    {
        using var answer = await GetAsync(await ScriptAsync() + ".br", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> ScriptAsync() =>
        Script().Match(await _line.GetStringAsync(Node.Address + "/", TestContext.Current.CancellationToken)).Value;

    private async Task<HttpResponseMessage> GetAsync(string path, string? accepted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Node.Address + path);
        if (accepted is not null)
            request.Headers.AcceptEncoding.ParseAdd(accepted);
        return await _line.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static byte[] Unpacked(byte[] sent, string encoding)
    {
        using var source = new MemoryStream(sent);
        using Stream unpacking = encoding == "br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var whole = new MemoryStream();
        unpacking.CopyTo(whole);
        return whole.ToArray();
    }

    [GeneratedRegex("/assets/index-[^\"]+\\.js")]
    private static partial Regex Script();
}
