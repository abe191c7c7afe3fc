using System.Text.Json;
using Transformers.Export;
using Transformers.Tests.Support;
using Transformers.Vaults;

namespace Transformers.Tests.Export;

/// <summary>The whole catalogue of a vault that people wrote, as other programs read it.</summary>
public sealed class RealExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Biber_finds_nothing_wrong_with_the_garden() => Assert.Empty(Tool.Biber(Export("garden", "bibtex").File));

    [Theory]
    [InlineData("seed")]
    [InlineData("garden")]
    public void Catalog_json_is_valid_by_its_schema(string vault)
    {
        var schema = Repository.Folder("src", "Transformers", "Export", "catalog.schema.json");

        Assert.Equal("[]", Tool.Citations("validate", schema, Export(vault, "json").File).TrimEnd());
    }

    [Theory]
    [InlineData("bibtex")]
    [InlineData("csl-json")]
    [InlineData("ris")]
    public void Citation_js_reads_every_title_of_the_garden_as_it_stands(string format)
    {
        var (selection, file) = Export("garden", format);

        var read = JsonDocument.Parse(Tool.Citations(format is "csl-json" ? "csl" : format, file)).RootElement.EnumerateArray();

        Assert.Equal(
            selection.Works.Select(work => (work.Key, TestWork.OnOneLine(work.Label))),
            read.Select(record => (record.GetProperty("id").GetString()!, record.GetProperty("title").GetString()!)));
    }

    public void Dispose() => _folder.Dispose();

    private (CatalogueSelection Selection, string File) Export(string vault, string format)
    {
        var site = SiteBuilder.Read(VaultFolder.Open(Repository.SharedVault(vault)).Value, Configuration.Default).Value;
        var selection = CatalogueSelection.All(site.Catalogue, site.Addresses);
        return (selection, _folder.Write($"{vault}.{format}", TestWork.Written(output => ExportFormat.All.Single(f => f.Name == format).Write(selection, output))));
    }
}
