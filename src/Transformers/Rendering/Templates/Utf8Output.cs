using System.Buffers;
using Scriban.Runtime;
using Transformers.Text;

namespace Transformers.Rendering.Templates;

/// <summary>Takes what a template prints as UTF-8.</summary>
internal sealed class Utf8Output(IBufferWriter<byte> buffer) : IScriptOutput
{
    /// <summary>Where it goes.</summary>
    public IBufferWriter<byte> Buffer => buffer;

    public void Write(string text, int offset, int count) => buffer.WriteMarkup(text.AsSpan(offset, count));

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }
}
