using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Transformers.Model;

namespace Transformers.Tests.Support;

/// <summary>What holds for the body of every note, whatever is in it; shared with the fuzzer.</summary>
internal static class BodyRules
{
    private static readonly ImmutableHashSet<string> Void = ["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"];
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    /// <summary>The first rule that a note's body breaks, in words; null for none.</summary>
    public static string? Broken(Note note) =>
        BrokenSlot(note)
        ?? Ranges(note).Select(range => BrokenRange(note, range.Name, range.Range)).FirstOrDefault(problem => problem is not null);

    /// <summary>Every range that can be cut out of a body, with a name for messages.</summary>
    public static IEnumerable<(string Name, ByteRange Range)> Ranges(Note note) =>
        note.Headings.Select(heading => ($"the section '{heading.Text}'", heading.Section))
            .Concat(note.Blocks.Select(block => ($"the block '{block.Id}'", block.Html)))
            .Concat(note.Entries.Select(entry => ($"the entry '{entry.Anchor}'", entry.Html)))
            .Prepend(("the body", note.Body.All));

    private static string? BrokenSlot(Note note)
    {
        var at = 0;
        foreach (var slot in note.Body.Slots)
        {
            if (slot.Offset < at || slot.Length < 0 || slot.Offset + slot.Length > note.Body.Html.Length) return $"the slot {slot} does not lie behind {at}";
            at = slot.Offset + slot.Length;
            var count = slot.Kind switch
            {
                SlotKind.LinkStart or SlotKind.LinkEnd or SlotKind.Embed or SlotKind.DrawnLinkStart or SlotKind.DrawnLinkEnd or SlotKind.DrawnImage or SlotKind.Source => note.Links.Length,
                SlotKind.TagAddress => note.Tags.Length,
                SlotKind.View => note.Views.Length,
                SlotKind.EntryEnd => note.Entries.Length,
                _ => 1,
            };
            if (slot.Ordinal < 0 || slot.Ordinal >= count) return $"the slot {slot} belongs to none of {count}";
        }

        return null;
    }

    private static string? BrokenRange(Note note, string name, ByteRange range)
    {
        if (range.Start < 0 || range.End < range.Start || range.End > note.Body.Html.Length) return $"{name} does not lie in the body: {range}";
        return Unbalanced(note.Body, range) is { } problem ? $"{name}: {problem}" : null;
    }

    /// <summary>Reads tags and link slots; says which is not closed, or closes nothing.</summary>
    private static string? Unbalanced(Body body, ByteRange range)
    {
        var html = body.Html.Span;
        var open = new Stack<string>();
        var slots = body.SlotsIn(range);
        for (var at = range.Start; at < range.End;)
        {
            var found = html[at..range.End].IndexOf((byte)'<');
            var tag = found < 0 ? range.End : at + found;
            for (; slots.Length > 0 && slots[0].Offset <= tag; slots = slots[1..])
            {
                if (slots[0].Kind == SlotKind.LinkStart) open.Push($"link {slots[0].Ordinal}");
                if (slots[0].Kind == SlotKind.LinkEnd && (!open.TryPop(out var last) || last != $"link {slots[0].Ordinal}")) return $"link {slots[0].Ordinal} ends within '{last}'";
            }

            if (tag == range.End) break;
            var isEnd = tag + 1 < range.End && html[tag + 1] == '/';
            var start = tag + (isEnd ? 2 : 1);
            var length = html[start..range.End].IndexOfAny(NameEnds);
            if (length <= 0) return $"no name follows '<' at {tag}";
            var name = Encoding.UTF8.GetString(html.Slice(start, length));
            at = EndOfTag(html[..range.End], start + length);
            if (at < 0) return $"the tag '{name}' at {tag} is cut off";
            if (isEnd && (!open.TryPop(out var opened) || opened != name)) return $"'</{name}>' at {tag} ends '{opened}'";
            if (!isEnd && !Void.Contains(name)) open.Push(name);
        }

        return open.Count > 0 ? $"'{open.Peek()}' is not closed" : null;
    }

    private static int EndOfTag(ReadOnlySpan<byte> html, int at)
    {
        for (var quote = (byte)0; at < html.Length; at++)
        {
            if (quote != 0) quote = html[at] == quote ? (byte)0 : quote;
            else if (html[at] is (byte)'"' or (byte)'\'') quote = html[at];
            else if (html[at] == '>') return at + 1;
        }

        return -1;
    }
}
