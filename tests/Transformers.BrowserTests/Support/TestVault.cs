using System.Text;
using Transformers.Parsing;
using Transformers.Tests.Support;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.BrowserTests.Support;

/// <summary>A vault whose site the tests open; it is built when the first test asks for it, and once.</summary>
/// <param name="Name">The folder of its site: a segment of its address.</param>
/// <param name="Open">Reads it.</param>
/// <param name="Configure">What the tests decide differently from the vault's own configuration.</param>
public sealed record TestVault(string Name, Func<Vault> Open, Func<Configuration, Configuration> Configure)
{
    /// <summary>Our own knowledge base, as it will be published.</summary>
    public static TestVault Notes { get; } = OfFolder("notes", () => new(Repository.Folder("notes")));

    /// <summary>The same, opened straight from the disk.</summary>
    public static TestVault NotesOnDisk { get; } = Notes.FromDisk();

    /// <summary>One page for each thing that a note can hold: <c>Vault/</c> in this project.</summary>
    public static TestVault Sample { get; } = OfFolder("sample", () => new(Repository.Folder("tests", "Transformers.BrowserTests", "Vault")));

    /// <summary>The sample, opened straight from the disk.</summary>
    public static TestVault SampleOnDisk { get; } = Sample.FromDisk();

    /// <summary>A large vault that people wrote; tests of it are skipped where <c>../shared</c> is not beside the checkout.</summary>
    public static TestVault Garden { get; } = OfFolder("garden", () => Repository.SharedVault("garden"));

    /// <summary>True where its pages are opened from <c>file://</c> and not from the server.</summary>
    public bool IsOnDisk { get; private init; }

    /// <summary>A vault that stands in the test.</summary>
    /// <param name="name">The folder of its site; no other vault may have it.</param>
    /// <param name="files">Paths and texts; <c>transformers.yml</c> is the configuration.</param>
    public static TestVault Of(string name, params (string Path, string Text)[] files)
    {
        var texts = files.ToDictionary(file => SourcePath.Parse(file.Path), file => Encoding.UTF8.GetBytes(file.Text));
        return new(name, () => new Vault(texts.Keys, path => texts[path]), own => own);
    }

    /// <summary>The same vault with links that end in <c>index.html</c>, opened from <c>file://</c>.</summary>
    public TestVault FromDisk() => this with { Name = Name + "-on-disk", IsOnDisk = true, Configure = own => Configure(own) with { LinksToFiles = true } };

    /// <summary>What its own file and the tests decide.</summary>
    public Configuration ConfigurationOf(Vault vault)
    {
        var path = SourcePath.Parse(Configuration.FileName);
        return Configure(vault.Files.Contains(path) ? ConfigurationReader.Read(TextDecoder.Read(vault, path).Value!, RuleBook.Codes).Value : Configuration.Default);
    }

    /// <summary>Its name, as a test's name shows it.</summary>
    public override string ToString() => Name;

    private static TestVault OfFolder(string name, Func<DirectoryInfo> folder) => new(name, () => VaultFolder.Open(folder()).Value, own => own);
}
