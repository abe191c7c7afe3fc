using System.Buffers;
using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Parsing.Html;

/// <summary>A body in the making: UTF-8 HTML and its slots.</summary>
internal sealed class HtmlBuffer
{
    private readonly ArrayBufferWriter<byte> _html = new();
    private readonly ImmutableArray<Slot>.Builder _slots = ImmutableArray.CreateBuilder<Slot>();

    private BodyNeeds _needs;

    /// <summary>How many bytes there are.</summary>
    public int Position => _html.WrittenCount;

    /// <summary>Adds markup.</summary>
    public void Markup(ReadOnlySpan<byte> utf8) => _html.Write(utf8);

    /// <summary>Adds markup.</summary>
    public void Markup(string html) => _html.WriteMarkup(html);

    /// <summary>Adds text, escaped for element content and for quoted attributes.</summary>
    public void Text(ReadOnlySpan<char> text) => _html.WriteText(text);

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

    /// <summary>Adds a slot that stands for nothing yet.</summary>
    public void Slot(SlotKind kind, int ordinal) => _slots.Add(new(Position, 0, kind, ordinal));

    /// <summary>Says what a page that shows it needs.</summary>
    public void Need(BodyNeeds needs) => _needs |= needs;

    /// <summary>The body as it is now.</summary>
    public Body ToBody() => new(_html.WrittenSpan.ToArray(), _slots.ToImmutable()) { Needs = _needs };
}
