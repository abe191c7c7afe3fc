namespace Transformers.Rendering.Graph;

/// <summary>A spring between two nodes.</summary>
internal readonly record struct WeightedEdge(int A, int B, double Weight);

/// <summary>A spring as one of its nodes sees it.</summary>
/// <param name="To">The node at the other end.</param>
/// <param name="Weight">How strong it is.</param>
internal readonly record struct Spring(int To, double Weight);

/// <summary>Something to lay out: nodes that repel each other by their masses, held together by springs.</summary>
internal sealed class WeightedGraph
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly Spring[] _springs;

    /// <param name="masses">Of each node; how much room it takes.</param>
    /// <param name="edges">The springs; those between the same two nodes add up, those from a node to itself do nothing.</param>
    public WeightedGraph(double[] masses, IReadOnlyCollection<WeightedEdge> edges)
    {
        Masses = masses;
        foreach (var mass in masses) Mass += mass;
        _starts = new int[masses.Length + 1];
        foreach (var (a, b, _) in edges.Where(edge => edge.A != edge.B))
        {
            _starts[a + 1]++;
            _starts[b + 1]++;
        }

        for (var i = 0; i < masses.Length; i++) _starts[i + 1] += _starts[i];
        _ends = _starts[..^1];
        _springs = new Spring[_starts[^1]];
        foreach (var (a, b, weight) in edges.Where(edge => edge.A != edge.B))
        {
            _springs[_ends[a]++] = new(b, weight);
            _springs[_ends[b]++] = new(a, weight);
        }

        AddUpRepeats();
    }

    /// <summary>How many nodes there are.</summary>
    public int Count => Masses.Length;

    /// <summary>The masses of the nodes.</summary>
    public double[] Masses { get; }

    /// <summary>The masses together.</summary>
    public double Mass { get; }

    /// <summary>The springs of a node, one for each node that it is bound to.</summary>
    public ReadOnlySpan<Spring> SpringsOf(int node) => _springs.AsSpan(_starts[node].._ends[node]);

    /// <summary>The graph in which groups of nodes are one node each.</summary>
    /// <param name="groups">For each node its group, from 0.</param>
    /// <param name="count">How many groups there are.</param>
    public WeightedGraph Merge(int[] groups, int count)
    {
        var masses = new double[count];
        var edges = new List<WeightedEdge>(_springs.Length / 2);
        for (var node = 0; node < Count; node++)
        {
            masses[groups[node]] += Masses[node];
            foreach (var (to, weight) in SpringsOf(node))
            {
                if (node < to) edges.Add(new(groups[node], groups[to], weight));
            }
        }

        return new(masses, edges);
    }

    private void AddUpRepeats()
    {
        var placeOf = new int[Count];
        for (var node = 0; node < Count; node++)
        {
            var end = _starts[node];
            for (var i = _starts[node]; i < _ends[node]; i++)
            {
                var (to, weight) = _springs[i];
                var place = placeOf[to];
                if (place >= _starts[node] && place < end && _springs[place].To == to)
                {
                    _springs[place] = new(to, _springs[place].Weight + weight);
                    continue;
                }

                placeOf[to] = end;
                _springs[end++] = new(to, weight);
            }

            _ends[node] = end;
        }
    }
}
