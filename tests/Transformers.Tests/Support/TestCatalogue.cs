using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Diagnostics;
using Transformers.Rendering;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>The catalogue of notes that stand in the test.</summary>
internal static class TestCatalogue
{
    /// <summary>All that is read of the notes.</summary>
    public static StageResult<Site> Read(params ReadOnlySpan<(string Path, string Text)> files) =>
        SiteBuilder.Read(Vault.Of(files.ToArray()), Configuration.Default);

    public static VaultCatalogue Of(params ReadOnlySpan<(string Path, string Text)> files) => Read(files).Value.Catalogue;

    /// <summary>The works of one note.</summary>
    public static ImmutableArray<Work> WorksOf(string text) => Of(("n.md", text)).Works;
}
