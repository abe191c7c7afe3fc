using Transformers.Cli;

namespace Transformers.Tests.Support;

/// <summary>A random vault on the disk, with templates beside it, edited as editors and people do.</summary>
internal sealed class EditedVault : IDisposable
{
    private static readonly string[] Configurations =
    [
        "", "title: Another title\n", "publish: explicit\n", "ignore: [private]\n", "urls: file\n", "attachments: all\n", "baseUrl: https://example.org/notes/\nstrictLineBreaks: true\n",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly RandomVault _model;

    public EditedVault(int seed)
    {
        (Random, _model) = (new Random(seed), new RandomVault(seed));
        foreach (var (path, text) in _model.Files) Write("notes/" + path, text);
        Write("templates/unused.html", "");
        Open = Opening.Of(Path.Combine(_folder.Path, "notes"), "--templates", Path.Combine(_folder.Path, "templates"));
    }

    /// <summary>The dice, which one seed throws alike.</summary>
    public Random Random { get; }

    /// <summary>Where it lies: <c>notes</c> and <c>templates</c>.</summary>
    public string Folder => _folder.Path;

    /// <summary>What a command reads of it now.</summary>
    public Func<VaultInput> Open { get; }

    /// <summary>The text of a file; null for one that is not there.</summary>
    public string? Read(string path) => File.Exists(Path.Combine(_folder.Path, path)) ? File.ReadAllText(Path.Combine(_folder.Path, path)) : null;

    /// <summary>Deletes a file.</summary>
    public void Delete(string path) => File.Delete(Path.Combine(_folder.Path, path));

    /// <summary>Writes a file as some editors do, or as others do: another file, which is put in its place.</summary>
    public HashSet<string> Write(string path, string text)
    {
        if (Random.Next(2) == 0) return [_folder.Write(path, text)];
        var other = _folder.Write(path + "~", text);
        File.Move(other, Path.Combine(_folder.Path, path), overwrite: true);
        return [other, Path.Combine(_folder.Path, path)];
    }

    /// <summary>Changes something.</summary>
    /// <returns>What was done, and the full paths of the files that a watcher would name.</returns>
    public (string What, HashSet<string> Paths) Step() => Random.Next(8) switch
    {
        0 => Chosen("notes/transformers.yml", Configurations),
        1 => Chosen("templates/footer.html", ["<footer>A footer</footer>", "<footer>{{ site.title }}</footer>"]),
        2 => Chosen("templates/assets/own.css", ["p { margin: 0 }", "p { margin: 1em }"]),
        3 => Restore(),
        _ => Edit(),
    };

    public void Dispose() => _folder.Dispose();

    private (string, HashSet<string>) Chosen(string path, string[] texts)
    {
        var text = texts[Random.Next(texts.Length)];
        return ($"wrote '{text}' to {path}", Write(path, text));
    }

    /// <summary>Takes the vault away and puts it back, as a program does that restores a copy.</summary>
    private (string, HashSet<string>) Restore()
    {
        var (notes, copy) = (Path.Combine(_folder.Path, "notes"), Path.Combine(_folder.Path, "copy"));
        Directory.Move(notes, copy);
        Directory.CreateDirectory(notes);
        foreach (var file in Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories)) _folder.Write("notes/" + Path.GetRelativePath(copy, file), File.ReadAllBytes(file));
        Directory.Delete(copy, recursive: true);
        return ("restored", []);
    }

    private (string, HashSet<string>) Edit()
    {
        var what = _model.Edit();
        var paths = new HashSet<string>();
        foreach (var path in _model.Changed)
        {
            if (_model.Files.TryGetValue(path.Value, out var text)) paths.UnionWith(Write("notes/" + path, text));
            else if (paths.Add(Path.Combine(_folder.Path, "notes", path.Value))) Delete("notes/" + path);
        }

        return (what, paths);
    }
}
