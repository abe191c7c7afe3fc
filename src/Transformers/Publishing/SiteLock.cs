namespace Transformers.Publishing;

/// <summary>The right to write to an output folder, which one build at a time has.</summary>
/// <remarks>The operating system holds it on an empty file, so that it ends with the process, however that ends. The file stays.</remarks>
internal sealed class SiteLock : IDisposable
{
    /// <summary>The file in the site that is locked.</summary>
    public const string FileName = ".transformers-lock";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private SiteLock(FileStream file) => _file = file;

    /// <summary>Takes the lock of a folder that exists, when whoever has it is done.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="waiting">Called once, if there is someone to wait for.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IOException">The folder can't be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public static SiteLock Take(string root, Action? waiting, CancellationToken cancellation)
    {
        var path = Path.Combine(root, FileName);
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
            }
            catch (IOException e) when (IsTaken(e))
            {
                if (isFirst) waiting?.Invoke();
                cancellation.WaitHandle.WaitOne(Pause);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Gives it back.</summary>
    public void Dispose() => _file.Dispose();

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static bool IsTaken(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
