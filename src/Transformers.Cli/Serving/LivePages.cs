using System.Buffers;
using System.Collections.Immutable;
using Transformers.Rendering;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Cli.Serving;

/// <summary>A site in memory, whose pages are made when a browser asks for them.</summary>
/// <param name="Files">The files of the last whole reading, in the order of their addresses.</param>
/// <param name="Edited">The pages of notes that were edited since, by address.</param>
/// <param name="Vault">Where attachments lie.</param>
internal sealed record LivePages(ImmutableArray<SiteFile> Files, ImmutableDictionary<SiteAddress, SiteFile> Edited, Vault Vault)
{
    /// <summary>The file at an address, or null. Nothing but what the site consists of is looked for, so that no path leads anywhere else.</summary>
    public SiteFile? Find(SiteAddress address)
    {
        if (Edited.TryGetValue(address, out var edited)) return edited;
        var at = Files.AsSpan().BinarySearch(new Place(address));
        return at >= 0 ? Files[at] : null;
    }

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

    private readonly record struct Place(SiteAddress Address) : IComparable<SiteFile>
    {
        public int CompareTo(SiteFile? other) => Address.CompareTo(other!.Address);
    }
}
