using System.Diagnostics;
using Transformers.Tests.Support;

namespace Transformers.Tests.Cli;

public sealed class SameBytesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("notes")]
    [InlineData("../shared/vaults/garden")]
    public async Task A_site_is_the_same_bytes_whatever_the_machine(string vault)
    {
        Assert.SkipUnless(Directory.Exists(Repository.Folder(vault)), $"{vault} is not beside the checkout.");
        await Build(vault, "one", ("DOTNET_PROCESSOR_COUNT", "1"), ("LC_ALL", "C"), ("TZ", "UTC"));
        await Build(vault, "two", ("DOTNET_PROCESSOR_COUNT", "2"), ("LC_ALL", "tr_TR.UTF-8"), ("TZ", "Asia/Kolkata"));

        Assert.Equal(FolderContent.Of(Path.Combine(_folder.Path, "one")), FolderContent.Of(Path.Combine(_folder.Path, "two")));
    }

    public void Dispose() => _folder.Dispose();

    private async Task Build(string vault, string output, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Transformers.Cli.App).Assembly.Location, "build", Repository.Folder(vault), "-o", Path.Combine(_folder.Path, output), "-v", "quiet"]) { RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, error);
    }
}
