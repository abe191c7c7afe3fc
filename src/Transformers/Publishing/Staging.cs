using System.Globalization;

namespace Transformers.Publishing;

/// <summary>The folder of a site in which files are written before they are renamed into their places, so that each is whole at any moment.</summary>
/// <remarks>It is there from the first file to the end of a build. One that is there before is what a build left that was cut off.</remarks>
internal sealed class Staging
{
    /// <summary>Its name in the site.</summary>
    public const string FolderName = ".transformers-new";

    private readonly string _folder;
    private readonly Lazy<string> _opened;
    private int _count;

    /// <summary>The staging folder of a site; what is left in it of an earlier build goes.</summary>
    public Staging(string root)
    {
        _folder = Path.Combine(root, FolderName);
        WasCutOff = Directory.Exists(_folder);
        if (WasCutOff)
        {
            foreach (var file in Directory.EnumerateFiles(_folder)) File.Delete(file);
        }

        _opened = new(() => Directory.CreateDirectory(_folder).FullName);
    }

    /// <summary>True where the build before did not come to its end, so that nobody knows which files are of that one and which of one before.</summary>
    public bool WasCutOff { get; }

    /// <summary>Writes a file whose folder exists, over what is there. Several threads may do so at once.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="bytes">All of it.</param>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var temporary = NextPath();
        try
        {
            using (var file = File.OpenHandle(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None)) RandomAccess.Write(file, bytes, fileOffset: 0);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            // A full disk needs the place.
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The full path of a file in it that is not there yet.</summary>
    public string NextPath() => Path.Combine(_opened.Value, Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture));

    /// <summary>The build has come to its end.</summary>
    public void Close()
    {
        if (WasCutOff || _opened.IsValueCreated) Directory.Delete(_folder);
    }
}
