using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Transformers.Diagnostics;
using Transformers.Parsing;
using Transformers.Rendering;
using Transformers.Rendering.Templates;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Support;

/// <summary>A site built in memory from notes that stand in the test.</summary>
public sealed class TestSite
{
    private TestSite(ImmutableDictionary<string, byte[]> files, ImmutableArray<Diagnostic> diagnostics) => (Files, Diagnostics) = (files, diagnostics);

    /// <summary>The bytes of each file, by its path in the site.</summary>
    public ImmutableDictionary<string, byte[]> Files { get; }

    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The diagnostics as an author sees them.</summary>
    public IEnumerable<string> Messages => Diagnostics.Select(found => found.ToString());

    public static TestSite Of(params ReadOnlySpan<(string Path, string Text)> files) => Of(Vault.Of(files.ToArray()));

    public static TestSite Of(Configuration configuration, params ReadOnlySpan<(string Path, string Text)> files) =>
        Of(Vault.Of(files.ToArray()), configuration);

    public static TestSite Of(Vault vault, Configuration? configuration = null)
    {
        var built = SiteBuilder.Build(vault, configuration ?? ConfigurationOf(vault), Theme.Default());
        return new(built.Value.Files.ToImmutableDictionary(file => file.Address.FilePath, file => BytesOf(file, vault), StringComparer.Ordinal), built.Diagnostics);
    }

    /// <summary>A page, parsed.</summary>
    /// <param name="address">Its address, e.g. <c>ai/deep-learning/</c>.</param>
    public IHtmlDocument Page(string address) => new HtmlParser().ParseDocument(Text(new SiteAddress(address).FilePath));

    /// <summary>The text of a note's body on its page, white space folded.</summary>
    public IElement Article(string address) => Page(address).QuerySelector("article.note")!;

    /// <summary>A file as text.</summary>
    public string Text(string path) => Encoding.UTF8.GetString(Files[path]);

    /// <summary>What a vault's own file says.</summary>
    public static Configuration ConfigurationOf(Vault vault)
    {
        var path = SourcePath.Parse(Configuration.FileName);
        return vault.Files.Contains(path) ? ConfigurationReader.Read(TextDecoder.Read(vault, path).Value!, RuleBook.Codes).Value : Configuration.Default;
    }

    private static byte[] BytesOf(SiteFile file, Vault vault)
    {
        if (file is SiteFile.Copied copied) return vault.Read(copied.Source);
        var buffer = new ArrayBufferWriter<byte>();
        ((SiteFile.Rendered)file).Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
