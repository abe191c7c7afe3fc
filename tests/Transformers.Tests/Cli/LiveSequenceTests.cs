using System.Collections.Immutable;
using System.CommandLine;
using Transformers.Cli;
using Transformers.Cli.Serving;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Tests.Support;
using Transformers.Text;

namespace Transformers.Tests.Cli;

/// <summary>Whatever happens to a vault, its configuration and its templates, what is served is what a build makes of what there is then.</summary>
public sealed class LiveSequenceTests
{
    private static readonly string[] Configurations =
    [
        "", "title: Another title\n", "publish: explicit\n", "ignore: [private]\n", "urls: file\n", "attachments: all\n", "baseUrl: https://example.org/notes/\nstrictLineBreaks: true\n",
    ];

    private static readonly (string Path, string Text)[] Broken = [("notes/transformers.yml", "titel: x"), ("notes/transformers.yml", "title: ["), ("templates/note.html", "{{ if }}")];

    [Fact]
    public void The_site_that_is_served_is_byte_for_byte_a_clean_build() => AssertFollowed(seed: 1, steps: 25);

    [Fact, Trait("speed", "slow")]
    public void The_site_that_is_served_is_byte_for_byte_a_clean_build_however_many_steps() => AssertFollowed(seed: 2, steps: 500);

    private static void AssertFollowed(int seed, int steps)
    {
        using var vault = new EditedVault(seed);
        var site = LiveSite.Open(vault.Open);
        var what = new List<string>();
        for (var step = 0; step < steps; step++)
        {
            what.Add(vault.Step(site));
            if (vault.Random.Next(3) > 0) continue;
            if (vault.Random.Next(4) == 0) AssertLastGoodSiteStays(vault, site);
            site.Rebuild();
            AssertSame(vault.Open(), site, $"step {step}: {string.Join(", ", what)}");
            what.Clear();
        }
    }

    private static void AssertLastGoodSiteStays(EditedVault vault, LiveSite site)
    {
        var (path, text) = Broken[vault.Random.Next(Broken.Length)];
        var before = vault.Read(path);
        vault.Write(path, text);
        var pages = site.Pages;

        Assert.True(Record.Exception(site.Rebuild) is UnusableInputException or TemplateException);

        Assert.Same(pages, site.Pages);
        if (before is null) vault.Delete(path);
        else vault.Write(path, before);
    }

    private static void AssertSame(VaultInput now, LiveSite served, string what)
    {
        var built = SiteBuilder.Build(now.Vault, now.Configuration, now.Theme).Value.Files;
        Assert.Equal(built.Select(file => file.Address), served.Pages.Site.Files.Select(file => file.Address));
        var clean = new LivePages(served.Pages.Site, ImmutableDictionary<SiteAddress, SiteFile>.Empty, now.Vault);
        foreach (var file in built)
        {
            if (!file.Address.Value.StartsWith("assets/vendor/", StringComparison.Ordinal)) Assert.True(clean.BytesOf(file).AsSpan().SequenceEqual(served.Pages.BytesOf(served.Pages.Find(file.Address)!)), $"{file.Address} after {what}");
        }
    }

    /// <summary>A random vault on the disk, with templates beside it, edited as editors and people do.</summary>
    private sealed class EditedVault : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly RandomVault _model;
        private readonly VaultOptions _options = new();
        private readonly ParseResult _args;

        public EditedVault(int seed)
        {
            (Random, _model) = (new Random(seed), new RandomVault(seed));
            foreach (var (path, text) in _model.Files) Write("notes/" + path, text);
            Write("templates/unused.html", "");
            var command = new Command("serve");
            _options.AddTo(command);
            _args = command.Parse([Path.Combine(_folder.Path, "notes"), "--templates", Path.Combine(_folder.Path, "templates")]);
        }

        public Random Random { get; }

        public VaultInput Open() => _options.Open(_args);

        public string? Read(string path) => File.Exists(Path.Combine(_folder.Path, path)) ? File.ReadAllText(Path.Combine(_folder.Path, path)) : null;

        public void Delete(string path) => File.Delete(Path.Combine(_folder.Path, path));

        /// <summary>Writes a file as some editors do, or as others do: another file, which is put in its place.</summary>
        public HashSet<string> Write(string path, string text)
        {
            if (Random.Next(2) == 0) return [_folder.Write(path, text)];
            var other = _folder.Write(path + "~", text);
            File.Move(other, Path.Combine(_folder.Path, path), overwrite: true);
            return [other, Path.Combine(_folder.Path, path)];
        }

        /// <summary>Changes something, and says so as a watcher does: mostly all of it, sometimes less.</summary>
        public string Step(LiveSite site)
        {
            var (what, paths) = Random.Next(8) switch
            {
                0 => Chosen("notes/transformers.yml", Configurations),
                1 => Chosen("templates/footer.html", ["<footer>A footer</footer>", "<footer>{{ site.title }}</footer>"]),
                2 => Chosen("templates/assets/own.css", ["p { margin: 0 }", "p { margin: 1em }"]),
                3 => Restore(),
                _ => Edit(),
            };
            if (Random.Next(5) > 0) site.Preview(paths);
            return what;
        }

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
}
