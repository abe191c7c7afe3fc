namespace Transformers.Tests.Support;

/// <summary>Where the checkout is, and what may stand beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>A folder of the checkout.</summary>
    public static string Folder(params ReadOnlySpan<string> path) => Path.Combine([Root, .. path]);

    /// <summary>A vault that is handed out beside the checkout; the test is skipped where it is not.</summary>
    public static DirectoryInfo SharedVault(string name)
    {
        var folder = new DirectoryInfo(Path.Combine(Root, "..", "shared", "vaults", name));
        Assert.SkipUnless(folder.Exists, $"../shared/vaults/{name} is not beside the checkout.");
        return folder;
    }

    // Not by the compiler's path of this file: a build on CI maps that away, so that its output is the same everywhere.
    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Transformers.sln")) ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not lie in a checkout."));
}
