using System.Collections.Immutable;
using Transformers.Export;

namespace Transformers.Rendering.Graph;

/// <summary>Where the notes and entries of a vault stand in its drawing.</summary>
/// <remarks>
/// Notes are laid out by their links and, more weakly, by their folders, which keeps a vault together that has few links.
/// The entries of a note surround it: so the cost depends on the notes alone, however much they list.
/// </remarks>
internal sealed class VaultMap
{
    /// <summary>How wide the square is on average that a note without entries has for itself.</summary>
    public const int Unit = 24;

    private const double RoomOfEntry = .35;
    private const double RoomOfLink = .4;
    private const double BondOfFolder = .4;
    private const double MostBond = 3;
    private const double FirstEntry = 12;
    private const double EntrySpacing = 6;

    private readonly Lazy<ImmutableArray<(int X, int Y)>> _places;

    /// <param name="graph">The graph.</param>
    /// <param name="tree">The folders.</param>
    public VaultMap(VaultGraph graph, FolderTree tree)
    {
        (Graph, Folders) = (graph, tree);
        _places = new(() => Place(graph, tree));
    }

    /// <summary>What is drawn.</summary>
    public VaultGraph Graph { get; }

    /// <summary>The folders that it lies in.</summary>
    public FolderTree Folders { get; }

    /// <summary>For each node that is no tag its place, in the order of the graph; neither coordinate is negative. Worked out when it is wanted, once.</summary>
    public ImmutableArray<(int X, int Y)> Places => _places.Value;

    private static ImmutableArray<(int X, int Y)> Place(VaultGraph graph, FolderTree tree)
    {
        var noteOf = graph.Holders;
        var notes = graph.Nodes.Count(node => node is GraphNode.OfNote);
        if (notes == 0) return [];
        var springs = GraphOf(graph, tree, notes, noteOf);
        var points = ForceLayout.Place(springs, new QuadTree()).AsSpan(0, notes).ToArray();
        Straighten(points, springs.Mass);

        var places = new List<Point>(noteOf.Length);
        var around = new IEnumerator<Point>?[notes];
        foreach (var point in points) places.Add(point);
        for (var entry = notes; entry < noteOf.Length; entry++)
        {
            var ring = around[noteOf[entry]] ??= Point.Sunflower(FirstEntry, EntrySpacing).GetEnumerator();
            ring.MoveNext();
            places.Add(places[noteOf[entry]] + ring.Current);
        }

        return Rounded(places);
    }

    /// <summary>The notes, and a node for each folder that holds its notes and folders together.</summary>
    private static WeightedGraph GraphOf(VaultGraph graph, FolderTree tree, int notes, ImmutableArray<int> noteOf)
    {
        var folders = tree.All.Select((folder, place) => (folder, place)).ToDictionary(folder => folder.folder.Path, folder => notes + folder.place, StringComparer.Ordinal);
        var masses = new double[notes + folders.Count];
        Array.Fill(masses, 1);
        foreach (var note in noteOf.Skip(notes)) masses[note] += RoomOfEntry;

        var links = LinksOf(graph, noteOf);
        var degrees = new int[notes];
        foreach (var (from, to) in links.Keys)
        {
            degrees[from]++;
            degrees[to]++;
        }

        // Less between notes of which one links, or is linked from, half the vault.
        var edges = links.Select(link => new WeightedEdge(link.Key.From, link.Key.To, Math.Min(MostBond, link.Value) / Math.Sqrt(Math.Max(degrees[link.Key.From], degrees[link.Key.To])))).ToList();
        for (var note = 0; note < notes; note++) masses[note] += RoomOfLink * degrees[note];
        foreach (var folder in tree.All)
        {
            if (tree.Above(folder) is { } above) edges.Add(new(folders[folder.Path], folders[above.Path], BondOfFolder));
        }

        for (var note = 0; note < notes; note++) edges.Add(new(note, folders[tree.Of(((GraphNode.OfNote)graph.Nodes[note]).Note).Path], BondOfFolder));
        return new(masses, edges);
    }

    /// <summary>How often two notes are linked, in either direction, in the order of the graph.</summary>
    private static OrderedDictionary<(int From, int To), int> LinksOf(VaultGraph graph, ImmutableArray<int> noteOf)
    {
        var links = new OrderedDictionary<(int From, int To), int>();
        foreach (var edge in graph.Edges.Where(edge => edge.Kind is not GraphEdgeKind.Tag))
        {
            var (from, to) = (edge.Source, noteOf[edge.Target]);
            var pair = from < to ? (from, to) : (to, from);
            if (from != to) links[pair] = links.GetValueOrDefault(pair) + 1;
        }

        return links;
    }

    /// <summary>Turns the drawing so that it is widest from side to side, as screens are, around the origin, and gives each unit of mass its room.</summary>
    private static void Straighten(Span<Point> points, double mass)
    {
        var middle = default(Point);
        foreach (var point in points) middle += point;
        middle *= 1.0 / points.Length;
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        foreach (ref var point in points)
        {
            point -= middle;
            xx += point.X * point.X;
            xy += point.X * point.Y;
            yy += point.Y * point.Y;
        }

        // The first principal axis: the eigenvector of the larger eigenvalue.
        var axis = new Point(xx - yy + Math.Sqrt(((xx - yy) * (xx - yy)) + (4 * xy * xy)), 2 * xy);
        axis = axis.SquaredLength > 1e-9 ? axis * (1 / Math.Sqrt(axis.SquaredLength)) : xx >= yy ? new(1, 0) : new(0, 1);

        // An even disc of this moment of inertia.
        var area = 2 * Math.PI * (xx + yy) / points.Length;
        axis *= area > 1e-9 ? Unit * Math.Sqrt(mass / area) : 1;
        foreach (ref var point in points) point = new((point.X * axis.X) + (point.Y * axis.Y), (point.Y * axis.X) - (point.X * axis.Y));
    }

    private static ImmutableArray<(int X, int Y)> Rounded(List<Point> places)
    {
        var (left, top) = (places.Min(place => place.X), places.Min(place => place.Y));
        return [.. places.Select(place => ((int)Math.Round(place.X - left), (int)Math.Round(place.Y - top)))];
    }
}
