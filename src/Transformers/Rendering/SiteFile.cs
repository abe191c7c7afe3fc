using System.Buffers;
using Transformers.Text;

namespace Transformers.Rendering;

/// <summary>A file of the site. One of the two cases nested here.</summary>
/// <param name="Address">Where it stands.</param>
public abstract record SiteFile(SiteAddress Address)
{
    /// <summary>A file whose bytes are made when they are wanted, so that a site need not fit into memory.</summary>
    /// <param name="Address">Where it stands.</param>
    /// <param name="Write">Writes the bytes; the same each time, on any thread.</param>
    public sealed record Rendered(SiteAddress Address, Action<IBufferWriter<byte>> Write) : SiteFile(Address);

    /// <summary>A file of the vault as it is.</summary>
    /// <param name="Address">Where it stands.</param>
    /// <param name="Source">Where it lies in the vault.</param>
    public sealed record Copied(SiteAddress Address, SourcePath Source) : SiteFile(Address);
}
