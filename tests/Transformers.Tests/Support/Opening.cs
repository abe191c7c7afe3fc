using System.CommandLine;
using Transformers.Cli;

namespace Transformers.Tests.Support;

/// <summary>Vaults on disk as the commands open them.</summary>
internal static class Opening
{
    /// <summary>Lists a vault, and reads its configuration and templates, as they are when it is called.</summary>
    /// <param name="args">The words after the command's name.</param>
    public static Func<VaultInput> Of(params string[] args)
    {
        var options = new VaultOptions();
        var command = new Command("serve");
        options.AddTo(command);
        var parsed = command.Parse(args);
        return () => options.Open(parsed);
    }
}
