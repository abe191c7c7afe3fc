using System.Buffers;
using System.Collections.Immutable;
using Transformers.Export;
using Transformers.Text;

namespace Transformers.Rendering.Graph;

/// <summary>The picture that is shown beside a link to the site elsewhere (Open Graph, <c>og:image</c>): its own graph.</summary>
/// <remarks>
/// One for the site, not one a page: ten thousand of them would take as long to draw as the pages and be many times their size, and a
/// title, which is what would tell them apart, stands beside the picture wherever it is shown. So it holds no text, and needs no font.
/// </remarks>
internal sealed class MapPicture(VaultMap map)
{
    /// <summary>The size that consumers ask for, in pixels.</summary>
    public const int Width = 1200;

    /// <inheritdoc cref="Width"/>
    public const int Height = 630;

    private const int Margin = 45;

    // Those of the theme on white paper.
    private static readonly (byte, byte, byte) Ground = (0xfc, 0xfc, 0xfa);
    private static readonly (byte, byte, byte) Ink = (0x1b, 0x1e, 0x22);

    /// <summary>Where it stands. A plus sign stands in no slug, so that no attachment can have this name.</summary>
    public static SiteAddress Address { get; } = new("graph/+picture.png");

    /// <summary>True for a site that has it: links to pictures are absolute.</summary>
    public static bool IsIn(Site site) => site.Configuration.BaseUrl is not null && !site.Notes.IsEmpty;

    /// <summary>Draws it.</summary>
    /// <param name="output">Where to, PNG.</param>
    public void Write(IBufferWriter<byte> output)
    {
        var picture = new Picture(Width, Height);
        var places = Fitted(map.Places, out var scale);
        (int From, int To)[] links = [.. map.Graph.Edges.Where(edge => edge.Kind is not GraphEdgeKind.Tag).Select(edge => (edge.Source, edge.Target)).Distinct()];

        // Many links are to be a texture, not a blot.
        var strength = Math.Clamp(6 / Math.Sqrt(links.Length + 1), .06, .3);
        foreach (var (from, to) in links) picture.Line(places[from], places[to], strength);

        var degrees = new int[places.Length];
        foreach (var (from, to) in links)
        {
            degrees[from]++;
            degrees[to]++;
        }

        for (var node = 0; node < places.Length; node++)
        {
            var isNote = map.Graph.Holders[node] == node;
            var radius = isNote ? 3.2 + (1.1 * Math.Sqrt(Math.Min(60, degrees[node]))) : 2.4;
            picture.Disc(places[node], Math.Max(isNote ? 1.2 : .7, radius * Math.Min(1.25, scale)));
        }

        Png.Write(picture, Ground, Ink, output);
    }

    /// <summary>The places in the middle of the picture, as large as they fit.</summary>
    private static ImmutableArray<Point> Fitted(ImmutableArray<(int X, int Y)> places, out double scale)
    {
        var (right, bottom) = (Math.Max(1, places.Max(place => place.X)), Math.Max(1, places.Max(place => place.Y)));
        var fit = scale = Math.Min(3, Math.Min((Width - (2.0 * Margin)) / right, (Height - (2.0 * Margin)) / bottom));
        var corner = new Point((Width - (right * fit)) / 2, (Height - (bottom * fit)) / 2);
        return [.. places.Select(place => corner + (new Point(place.X, place.Y) * fit))];
    }
}
