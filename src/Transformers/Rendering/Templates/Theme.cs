using System.Collections.Immutable;
using System.IO.Hashing;
using System.Reflection;
using Transformers.Text;

namespace Transformers.Rendering.Templates;

/// <summary>The files that make a site look as it does: Scriban templates (<c>*.html</c>) and, under <c>assets/</c>, what is copied.</summary>
/// <param name="Files">The bytes by name, with <c>/</c> between folder and file.</param>
public sealed record Theme(ImmutableDictionary<string, byte[]> Files)
{
    private const string Prefix = "templates/";
    private const string AssetsPrefix = "assets/";

    /// <summary>The theme that comes with the library.</summary>
    public static Theme Default()
    {
        var assembly = typeof(Theme).Assembly;
        return new(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToImmutableDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Read(assembly, name), StringComparer.Ordinal));
    }

    /// <summary>The templates, parsed when first they are asked for.</summary>
    /// <exception cref="TemplateException">One of them is not a Scriban template.</exception>
    internal TemplateSet Templates => field ??= new TemplateSet(Files);

    /// <summary>This theme with some of its files replaced or added.</summary>
    public Theme With(IEnumerable<KeyValuePair<string, byte[]>> files) => new(Files.SetItems(files));

    /// <summary>Where each asset stands in the site: its name with a hash of its content, so that browsers may keep it for ever.</summary>
    /// <remarks>What is vendored keeps its names, by which its files find each other; its folder's name holds its version.</remarks>
    public ImmutableSortedDictionary<string, SiteAddress> Assets =>
        Files.Where(file => file.Key.StartsWith(AssetsPrefix, StringComparison.Ordinal) || IsVendored(file.Key))
            .ToImmutableSortedDictionary(
                file => IsVendored(file.Key) ? file.Key : file.Key[AssetsPrefix.Length..],
                file => IsVendored(file.Key) ? new SiteAddress(AssetsPrefix + file.Key) : AddressOf(file.Key, file.Value),
                StringComparer.Ordinal);

    /// <summary>The file of an asset.</summary>
    /// <param name="asset">Its name in <see cref="Assets"/>.</param>
    public static string FileOf(string asset) => IsVendored(asset) ? asset : AssetsPrefix + asset;

    private static bool IsVendored(string name) => name.StartsWith("vendor/", StringComparison.Ordinal);

    private static SiteAddress AddressOf(string name, byte[] content)
    {
        var extension = Path.GetExtension(name);
        return new($"{name[..^extension.Length]}.{XxHash3.HashToUInt64(content):x16}{extension}");
    }

    private static byte[] Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
