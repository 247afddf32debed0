using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Engagement.Hosting.Staff;

/// <summary>
/// The packed copies that the app's build puts beside its files. Whoever can read one gets it under the name of the file itself: a
/// first visit is then a third of the bytes, and nothing is packed while somebody waits.
/// </summary>
internal static class PackedFiles
{
    // The smaller first.
    private static readonly (string Encoding, string Ending)[] Kinds = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>What files are by their names, packed or not.</summary>
    public static IContentTypeProvider ContentTypes { get; } = new TypesOfUnpacked();

    /// <summary>Whether a path is that of a packed copy itself, which nobody asks for by name.</summary>
    public static bool IsCopy(PathString path) => Kinds.Any(kind => path.Value?.EndsWith(kind.Ending, StringComparison.Ordinal) is true);

    /// <summary>Has the best copy answered that the caller can read, where there is one.</summary>
    public static void Choose(HttpContext context, IFileProvider files)
    {
        if (!Path.HasExtension(context.Request.Path))
            return;
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, ending) in Kinds)
        {
            var isReadable = accepted.Any(each => each.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && each.Quality is not 0);
            if (!isReadable || !files.GetFileInfo(context.Request.Path + ending).Exists)
                continue;
            context.Request.Path += ending;
            return;
        }
    }

    /// <summary>Says how the answer is packed, and that others may get another one.</summary>
    public static void Describe(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept-Encoding";
        foreach (var (encoding, ending) in Kinds)
        {
            if (context.Request.Path.Value?.EndsWith(ending, StringComparison.Ordinal) is true)
                context.Response.Headers.ContentEncoding = encoding;
        }
    }

    private sealed class TypesOfUnpacked : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, out string contentType)
        {
            var unpacked = Kinds.Where(kind => subpath.EndsWith(kind.Ending, StringComparison.Ordinal)).Select(kind => subpath[..^kind.Ending.Length]);
            return _types.TryGetContentType(unpacked.FirstOrDefault(subpath), out contentType!);
        }
    }
}
