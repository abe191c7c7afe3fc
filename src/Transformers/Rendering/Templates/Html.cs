using System.Buffers;
using Transformers.Text;

namespace Transformers.Rendering.Templates;

/// <summary>Markup that a template prints as it is; everything else that it prints is escaped.</summary>
/// <param name="write">Writes the markup, UTF-8.</param>
internal sealed class Html(Action<IBufferWriter<byte>> write)
{
    /// <summary>Markup that is there already.</summary>
    public static Html Of(string markup) => new(output => output.WriteMarkup(markup));

    /// <summary>Writes the markup.</summary>
    public void WriteTo(IBufferWriter<byte> output) => write(output);
}
