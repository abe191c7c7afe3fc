using System.Buffers;
using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Parsing.Html;

/// <summary>A body in the making: UTF-8 HTML and its slots.</summary>
internal sealed class HtmlBuffer
{
    private static readonly SearchValues<char> RawSpecial = SearchValues.Create("<>&\uFFFE");

    private readonly ArrayBufferWriter<byte> _html = new();
    private readonly ImmutableArray<Slot>.Builder _slots = ImmutableArray.CreateBuilder<Slot>();
    private readonly ImmutableArray<FeatureUse>.Builder _features = ImmutableArray.CreateBuilder<FeatureUse>();

    /// <summary>How many bytes there are.</summary>
    public int Position => _html.WrittenCount;

    /// <summary>Adds markup.</summary>
    public void Markup(ReadOnlySpan<byte> utf8) => _html.Write(utf8);

    /// <summary>Adds markup.</summary>
    public void Markup(string html) => _html.WriteMarkup(html);

    /// <summary>Adds text, escaped for element content and for quoted attributes.</summary>
    public void Text(ReadOnlySpan<char> text) => _html.WriteText(text);

    /// <summary>Adds the text of raw HTML, in which character references are such already.</summary>
    public void RawText(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(RawSpecial); at >= 0; at = text.IndexOfAny(RawSpecial))
        {
            _html.WriteMarkup(text[..at]);
            if (text[at] == '&' && IsReference(text[(at + 1)..])) Markup("&"u8);
            else Text(text.Slice(at, 1));
            text = text[(at + 1)..];
        }

        _html.WriteMarkup(text);
    }

    /// <summary>Adds <c> name="value"</c>.</summary>
    /// <param name="nameWithQuote">A blank, the name, <c>=</c> and the opening quote, e.g. <c> title="</c>.</param>
    /// <param name="value">The value, unescaped.</param>
    public void Attribute(ReadOnlySpan<byte> nameWithQuote, ReadOnlySpan<char> value) => _html.WriteAttribute(nameWithQuote, value);

    /// <summary>Adds an <c>id</c>, which slices shown elsewhere leave out.</summary>
    public void Id(string id)
    {
        var start = Position;
        Attribute(" id=\""u8, id);
        _slots.Add(new(start, Position - start, SlotKind.Id, 0));
    }

    /// <summary>Adds the name of an attribute that holds an attachment's address.</summary>
    /// <param name="name">A blank and the name.</param>
    /// <param name="ordinal">The link's place.</param>
    public void Source(ReadOnlySpan<byte> name, int ordinal)
    {
        _slots.Add(new(Position, name.Length, SlotKind.Source, ordinal));
        Markup(name);
    }

    /// <summary>Adds a slot that stands for nothing yet.</summary>
    public void Slot(SlotKind kind, int ordinal) => _slots.Add(new(Position, 0, kind, ordinal));

    /// <summary>Says that what is written next needs something of its page.</summary>
    public void Needs(BodyFeatures feature) => _features.Add(new(Position, feature));

    /// <summary>Sees to it that no slot stands behind the last byte, where it would be in no range.</summary>
    public void Seal()
    {
        if (_slots.Count > 0 && _slots[^1].Offset == Position) Markup("\n"u8);
    }

    /// <summary>The body as it is now.</summary>
    public Body ToBody() => new(_html.WrittenSpan.ToArray(), _slots.ToImmutable(), _features.ToImmutable());

    private static bool IsReference(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 40)].IndexOf(';');
        if (end < 2) return false;
        var name = text[..end];
        foreach (var c in name[0] == '#' ? name[1..] : name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return false;
        }

        return true;
    }
}
