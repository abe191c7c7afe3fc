namespace Transformers.Text;

/// <summary>Where a file of the site lies under the site's root, e.g. <c>ai/deep-learning/transformers/</c> or <c>img/plot.png</c>.</summary>
/// <remarks>
/// An address that is empty or ends in <c>/</c> is a page's, whose file is <c>index.html</c> in that folder.
/// Its characters are those that <see cref="Slug"/> leaves, so it needs no escaping in an attribute.
/// </remarks>
/// <param name="Value">The address, without a leading slash.</param>
public readonly record struct SiteAddress(string Value) : IComparable<SiteAddress>
{
    /// <summary>The home page.</summary>
    public static SiteAddress Home { get; } = new("");

    /// <summary>The file that holds it, e.g. <c>ai/deep-learning/transformers/index.html</c>.</summary>
    public string FilePath => IsPage ? Value + "index.html" : Value;

    /// <summary>True for a page's address.</summary>
    public bool IsPage => Value.Length == 0 || Value[^1] == '/';

    /// <summary>A page below this one.</summary>
    /// <param name="segment">One segment that <see cref="Slug"/> made.</param>
    public SiteAddress Page(string segment) => new($"{Value}{segment}/");

    /// <summary>The page one level up; the home page's is itself.</summary>
    public SiteAddress Above => Value.Length < 2 ? Home : new(Value[..(Value.LastIndexOf('/', Value.Length - 2) + 1)]);

    /// <summary>What leads from a page to the site's root: empty, or <c>../</c> as often as the page lies deep.</summary>
    public string ToRoot => string.Concat(Enumerable.Repeat("../", Value.AsSpan().Count('/')));

    /// <summary>The relative link from this page to another address.</summary>
    /// <returns>Never empty: <c>./</c> leads to the page itself.</returns>
    public string To(SiteAddress target)
    {
        var shared = SharedFolders(Value, target.Value);
        var up = Value.AsSpan(shared).Count('/');
        var down = target.Value.AsSpan(shared);
        return up switch
        {
            0 when down.IsEmpty => "./",
            0 => down.ToString(),
            _ => string.Concat(string.Concat(Enumerable.Repeat("../", up)), down),
        };
    }

    /// <summary>Orders ordinally.</summary>
    public int CompareTo(SiteAddress other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The <see cref="Value"/>.</summary>
    public override string ToString() => Value;

    private static int SharedFolders(string a, string b)
    {
        var same = a.AsSpan().CommonPrefixLength(b);
        return a.AsSpan(0, same).LastIndexOf('/') + 1;
    }
}
