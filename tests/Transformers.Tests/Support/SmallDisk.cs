using System.Diagnostics;

namespace Transformers.Tests.Support;

/// <summary>A file system of its own, in memory. A test that needs one is skipped where it may not be mounted, and says so.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <param name="options">Of <c>mount</c>, such as <c>size=256k</c>.</param>
    public SmallDisk(string options)
    {
        if (Environment.UserName == "root" && OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "none", _folder.Path)) return;
        _folder.Dispose();
        Assert.Skip("A file system can be mounted by root alone.");
    }

    public DirectoryInfo Directory => _folder.Directory;

    public string Path => _folder.Path;

    /// <summary>Changes how it is mounted.</summary>
    public void Remount(string options) => Assert.True(Run("mount", "-o", "remount," + options, _folder.Path));

    public void Dispose()
    {
        Run("umount", "--lazy", _folder.Path);
        _folder.Dispose();
    }

    private static bool Run(string program, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo(program, args) { UseShellExecute = false, RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
