namespace Transformers.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory = System.IO.Directory.CreateTempSubdirectory("transformers-test-");

    public DirectoryInfo Directory { get; }

    public string Path => Directory.FullName;

    /// <summary>Writes a file, its folders included.</summary>
    public string Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string path, byte[] content)
    {
        var full = System.IO.Path.Combine(Path, path);
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
        return full;
    }

    public void Dispose() => Directory.Delete(recursive: true);
}
