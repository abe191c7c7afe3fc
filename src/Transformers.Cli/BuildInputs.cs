using Transformers.Caching;
using Transformers.Vaults;

namespace Transformers.Cli;

/// <summary>What a site depends on besides the files of its vault.</summary>
internal static class BuildInputs
{
    /// <summary>For a listing that is to tell only whether there is anything to do.</summary>
    public static VaultHistory NoHistory(DirectoryInfo folder) => VaultHistory.None;

    /// <summary>What git tells of a vault.</summary>
    public static VaultHistory HistoryOf(VaultInput input) => GitHistory.Read(FolderOf(input));

    /// <summary>The same for two builds that make the same site of the same files: by one program, under one configuration, with one theme, of one state of the history.</summary>
    public static string KeyOf(VaultInput input) => BuildRecord.HashOf(
        $"{typeof(BuildInputs).Module.ModuleVersionId}", $"{typeof(SiteBuilder).Module.ModuleVersionId}", input.ConfigurationKey, input.ThemeKey, GitHistory.State(FolderOf(input)) ?? "");

    private static DirectoryInfo FolderOf(VaultInput input) => new(RealPath.Of(input.Folder.FullName));
}
