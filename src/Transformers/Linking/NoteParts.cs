using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>What a link's fragment can name in one note.</summary>
internal sealed class NoteParts
{
    private readonly Note _note;
    private readonly Dictionary<string, List<int>> _headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NotePart> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Block> _blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Block> _blocksInAnyCase = new(StringComparer.OrdinalIgnoreCase);

    public NoteParts(Note note)
    {
        _note = note;
        for (var i = 0; i < note.Headings.Length; i++)
        {
            var key = HeadingKey.Of(note.Headings[i].Text);
            if (!_headings.TryGetValue(key, out var same)) _headings[key] = same = [];
            same.Add(i);
        }

        foreach (var block in note.Blocks)
        {
            _blocks.TryAdd(block.Id, block);
            _blocksInAnyCase.TryAdd(block.Id, block);
        }

        foreach (var heading in note.Headings) _anchors.TryAdd(heading.Anchor, new NotePart.Section(heading));
        foreach (var entry in note.Entries) _anchors.TryAdd(entry.Anchor, new NotePart.OfEntry(entry));
    }

    /// <summary>The part that a fragment names: <c>^block</c>, <c>Heading</c>, <c>Heading#Sub</c>, or an <c>id</c> of the page.</summary>
    public NotePart? Find(string? fragment)
    {
        if (string.IsNullOrWhiteSpace(fragment)) return new NotePart.Whole();
        var last = fragment.LastIndexOf('#') + 1;
        if (fragment.AsSpan(last).TrimStart().StartsWith("^")) return FindBlock(fragment[last..].Trim()[1..]);
        return FindHeading(fragment) ?? _anchors.GetValueOrDefault(fragment);
    }

    private NotePart.OfBlock? FindBlock(string id) =>
        _blocks.TryGetValue(id, out var block) || _blocksInAnyCase.TryGetValue(id, out block) ? new(block) : null;

    private NotePart? FindHeading(string fragment)
    {
        var names = fragment.Split('#', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (names.Length == 0) return new NotePart.Whole();

        // Heading text may itself hold a '#', which Obsidian drops on both sides.
        if (HeadingsLike(fragment) is [var whole, ..]) return Section(whole);

        // #A#B is a B somewhere under A. Of a thousand equal headings, the first few are tried.
        foreach (var start in HeadingsLike(names[0]).Take(64))
        {
            var at = names.Skip(1).Aggregate(start, FirstUnder);
            if (at >= 0) return Section(at);
        }

        return null;
    }

    private List<int> HeadingsLike(string name) => _headings.GetValueOrDefault(HeadingKey.Of(name), []);

    /// <summary>The first heading of that name in the section of another, or -1.</summary>
    private int FirstUnder(int above, string name)
    {
        if (above < 0) return -1;
        var named = HeadingsLike(name);
        var next = named.BinarySearch(above + 1);
        next = next < 0 ? ~next : next;
        return next < named.Count && _note.Headings[named[next]].Section.End <= _note.Headings[above].Section.End ? named[next] : -1;
    }

    private NotePart Section(int heading) =>
        _note.Headings[heading].Anchor.Length == 0 ? new NotePart.Whole() : new NotePart.Section(_note.Headings[heading]);
}
