using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Engagement.Hosting.Api.Events;

/// <summary>
/// Reads the items of an ingest from the wire as they come in. The body is never held whole; the items it made are, so that
/// a body that turns out to be broken has done nothing.
/// </summary>
internal static class EventBody
{
    public const int MostItems = 10_000;
    public const long MostBytes = 8 * 1024 * 1024;
    public const string LineContentType = "application/x-ndjson";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 32 };

    /// <summary>The items of the body, or why there are none.</summary>
    public static async Task<(List<EventItem> Items, ProblemHttpResult? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MostBytes)
            return ([], TooManyBytes());
        var type = request.ContentType?.Split(';')[0].Trim();
        var lines = string.Equals(type, LineContentType, StringComparison.OrdinalIgnoreCase);
        if (!lines && type is not null && !string.Equals(type, "application/json", StringComparison.OrdinalIgnoreCase))
            return ([], Problems.UnsupportedBody());
        try
        {
            return lines
                ? await ReadLinesAsync(request.BodyReader, cancellation).ConfigureAwait(false)
                : await ReadArrayAsync(request.BodyReader, cancellation).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            return ([], Problems.InvalidBody(
                $"It is no JSON array of items (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}). Nothing was taken."));
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ([], TooManyBytes());
        }
    }

    private static async Task<(List<EventItem> Items, ProblemHttpResult? Problem)> ReadArrayAsync(
        PipeReader body, CancellationToken cancellation)
    {
        var items = new List<EventItem>();
        await ExpectArrayAsync(body, cancellation).ConfigureAwait(false);
        await foreach (var item in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(body, Options, cancellation).ConfigureAwait(false))
        {
            if (items.Count == MostItems)
                return ([], TooManyItems());
            items.Add(EventItem.Read(item));
        }

        return (items, null);
    }

    // The serializer takes a bare null for an array without items; a sender who means that should be told.
    private static async ValueTask ExpectArrayAsync(PipeReader body, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellation).ConfigureAwait(false);
            var first = FirstByte(read.Buffer);
            body.AdvanceTo(read.Buffer.Start, first is null && !read.IsCompleted ? read.Buffer.End : read.Buffer.Start);
            // A byte order mark is the serializer's to judge.
            if (first is (byte)'[' or 0xEF)
                return;
            if (first is not null || read.IsCompleted)
                throw new JsonException("no array", null, 0, 0);
        }
    }

    private static byte? FirstByte(ReadOnlySequence<byte> buffer)
    {
        foreach (var segment in buffer)
        {
            if (segment.Span.IndexOfAnyExcept(" \t\r\n"u8) is >= 0 and var index)
                return segment.Span[index];
        }

        return null;
    }

    private static async Task<(List<EventItem> Items, ProblemHttpResult? Problem)> ReadLinesAsync(
        PipeReader body, CancellationToken cancellation)
    {
        var items = new List<EventItem>();
        var anyJson = false;
        while (true)
        {
            var read = await body.ReadAsync(cancellation).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (NextLine(ref buffer, read.IsCompleted) is { } line)
            {
                if (Line(line, ref anyJson) is not { } item)
                    continue;
                if (items.Count == MostItems)
                    return ([], TooManyItems());
                items.Add(item);
            }

            body.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                break;
        }

        return items.Count > 0 && !anyJson
            ? ([], Problems.InvalidBody("No line of it is JSON. Nothing was taken."))
            : (items, null);
    }

    private static ReadOnlySequence<byte>? NextLine(ref ReadOnlySequence<byte> buffer, bool atEnd)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return line;
        }

        if (!atEnd || buffer.IsEmpty)
            return null;
        var rest = buffer;
        buffer = buffer.Slice(buffer.End);
        return rest;
    }

    private static EventItem? Line(ReadOnlySequence<byte> line, ref bool anyJson)
    {
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
            if (!reader.Read())
                return null;
            var item = EventItem.Read(JsonElement.ParseValue(ref reader));
            if (reader.Read())
                return EventItem.Reject(item.Id, "invalid_json", "more than one value on a line");
            anyJson = true;
            return item;
        }
        catch (JsonException)
        {
            return IsBlank(line) ? null : EventItem.Reject(null, "invalid_json", "this line is no JSON");
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
        {
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
                return false;
        }

        return true;
    }

    private static ProblemHttpResult TooManyItems() =>
        Problems.TooLarge($"At most {MostItems} items in one request. Nothing was taken.");

    private static ProblemHttpResult TooManyBytes() =>
        Problems.TooLarge($"At most {MostBytes} bytes in one request. Nothing was taken.");
}
