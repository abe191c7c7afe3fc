using System.Buffers;
using System.Collections.Immutable;
using Transformers.Rendering;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Cli.Serving;

/// <summary>A site in memory, whose pages are made when a browser asks for them.</summary>
/// <param name="Site">The site of the last whole reading.</param>
/// <param name="Edited">The pages of notes that were edited since, by address.</param>
/// <param name="Vault">Where attachments lie.</param>
internal sealed record LivePages(ArrangedSite Site, ImmutableDictionary<SiteAddress, SiteFile> Edited, Vault Vault)
{
    /// <summary>The file at an address, or null. Nothing but what the site consists of is looked for, so that no path leads anywhere else.</summary>
    public SiteFile? Find(SiteAddress address) => Edited.TryGetValue(address, out var edited) ? edited : Site.Find(address);

    /// <summary>The file that a path leads to, or null.</summary>
    /// <remarks>The site stands at the host's root, and at the path of its base address as well, with which the links of <c>404.html</c> begin.</remarks>
    /// <param name="path">The path of a request without its first slash, percent-decoded.</param>
    public SiteFile? At(string path) =>
        Find(AddressOf(path)) ?? (BasePath.Length > 0 && path.StartsWith(BasePath, StringComparison.Ordinal) ? Find(AddressOf(path[BasePath.Length..])) : null);

    private string BasePath => Uri.UnescapeDataString(Site.Site.Configuration.BaseUrl?.AbsolutePath.TrimStart('/') ?? "");

    private static SiteAddress AddressOf(string path) => new(path.EndsWith("/index.html", StringComparison.Ordinal) || path == "index.html" ? path[..^"index.html".Length] : path);

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="Rendering.Templates.TemplateException">A template failed.</exception>
    /// <exception cref="IOException">An attachment can't be read.</exception>
    public byte[] BytesOf(SiteFile file)
    {
        if (file is SiteFile.Copied copied) return Vault.Read(copied.Source);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        ((SiteFile.Rendered)file).Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The same with the page of a note that was edited, made once for all who ask.</summary>
    /// <exception cref="Rendering.Templates.TemplateException">A template failed.</exception>
    public LivePages With(SiteFile edited)
    {
        var bytes = BytesOf(edited);
        return this with { Edited = Edited.SetItem(edited.Address, new SiteFile.Rendered(edited.Address, output => output.Write(bytes))) };
    }
}
