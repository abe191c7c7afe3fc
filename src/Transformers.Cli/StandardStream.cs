using System.Text;

namespace Transformers.Cli;

/// <summary>Standard output or standard error, which the caller may have closed, or led onto a disk that is full.</summary>
/// <param name="stream">The stream.</param>
/// <param name="onFailure">What follows when it can't be written.</param>
internal sealed class StandardStream(TextWriter stream, Action<Exception> onFailure) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => stream.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => Try(() => stream.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(() => stream.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(() => stream.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(stream.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            onFailure(e);
        }
    }
}
