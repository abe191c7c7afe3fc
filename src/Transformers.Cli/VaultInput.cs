using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Rendering.Templates;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Cli;

/// <summary>What a command was given to read.</summary>
/// <param name="Folder">The folder of notes.</param>
/// <param name="Vault">Its files.</param>
/// <param name="Configuration">The owner's decisions, the command line's over the file's.</param>
/// <param name="LazyTheme">The templates, made when they are asked for: a build that has nothing to do needs none.</param>
/// <param name="Diagnostics">What was found while listing the files.</param>
/// <param name="ConfigurationKey">The same for two inputs under one configuration.</param>
/// <param name="ThemeKey">The same for two inputs with one theme.</param>
internal sealed record VaultInput(
    DirectoryInfo Folder, Vault Vault, Configuration Configuration, Lazy<Theme> LazyTheme, ImmutableArray<Diagnostic> Diagnostics, string ConfigurationKey, string ThemeKey)
{
    /// <summary>The templates.</summary>
    public Theme Theme => LazyTheme.Value;

    /// <summary>A file of the vault on the disk: itself, not the symbolic link that leads to it.</summary>
    public FileInfo FileOf(SourcePath path) => new(RealPath.Of(Path.Combine(Folder.FullName, path.Value)));
}
