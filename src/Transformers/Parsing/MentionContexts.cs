using System.Text;
using Markdig.Syntax.Inlines;
using Transformers.Model;

namespace Transformers.Parsing;

/// <summary>Cuts out the sentence or entry around the links of one text: that of a leaf block, or of a footnote within the line.</summary>
internal sealed class MentionContexts
{
    /// <summary>The most characters kept on each side of a link.</summary>
    private const int Reach = 160;

    private readonly string _text;
    private readonly Dictionary<Inline, (int Start, int End)> _places = [];
    private readonly string _anchor;
    private readonly int? _entry;
    private readonly bool _isItem;

    /// <summary>Reads the text once, for all its links.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="isItem">True for the text of a list item, which is shown whole; of other text, the sentence.</param>
    /// <param name="anchor">The <c>id</c> of the nearest element around it that has one.</param>
    /// <param name="entry">The place of the entry that it stands in, or null.</param>
    public MentionContexts(ContainerInline content, bool isItem, string anchor, int? entry)
    {
        (_isItem, _anchor, _entry) = (isItem, anchor, entry);
        var text = new StringBuilder();
        foreach (var inline in PlainText.ShownInlinesOf(content))
        {
            var start = text.Length;
            PlainText.Append(text, inline);
            _places[inline] = (start, text.Length);
        }

        _text = text.ToString();
    }

    /// <summary>The context of a link.</summary>
    /// <param name="link">An inline of the text.</param>
    /// <param name="label">The text it shows.</param>
    /// <param name="last">The last inline of it, mostly itself.</param>
    public MentionContext Of(Inline link, string label, Inline last)
    {
        var start = _places.GetValueOrDefault(link).Start;
        var end = _places.GetValueOrDefault(last).End;
        if (last is ContainerInline container) end = EndOf(container, end);
        return new(CutBefore(start), label, CutAfter(end), _anchor, _entry);
    }

    private int EndOf(ContainerInline container, int end)
    {
        Inline? last = container.LastChild;
        while (last is ContainerInline { LastChild: { } child }) last = child;
        return last is null ? end : _places.GetValueOrDefault(last).End;
    }

    private string CutBefore(int start)
    {
        var from = Math.Max(0, start - Reach);
        var before = _text.AsSpan(from, start - from);
        if (!_isItem)
        {
            var sentence = LastSentenceEnd(before);
            if (sentence >= 0) return before[sentence..].TrimStart().ToString();
        }

        if (from == 0) return before.TrimStart().ToString();
        var word = before.IndexOf(' ');
        return string.Concat("… ", before[(word + 1)..]);
    }

    private string CutAfter(int end)
    {
        var to = Math.Min(_text.Length, end + Reach);
        var after = _text.AsSpan(end, to - end);
        if (!_isItem)
        {
            var sentence = FirstSentenceEnd(after);
            if (sentence >= 0) return after[..sentence].ToString();
        }

        if (to == _text.Length) return after.TrimEnd().ToString();
        var word = after.LastIndexOf(' ');
        return string.Concat(word > 0 ? after[..word] : after, " …");
    }

    private static int LastSentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 2; i >= 0; i--)
        {
            if (EndsSentence(text, i)) return i + 1;
        }

        return -1;
    }

    private static int FirstSentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (EndsSentence(text, i)) return i + 1;
        }

        return -1;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int i) =>
        text[i] is '。' or '！' or '？'
        || (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])));
}
