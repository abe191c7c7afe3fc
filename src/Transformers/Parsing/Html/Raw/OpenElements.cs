namespace Transformers.Parsing.Html.Raw;

/// <summary>An element that raw HTML has opened.</summary>
/// <param name="element">What it is.</param>
/// <param name="endTag">Its end tag as it will stand on the page; null for a link within the vault.</param>
/// <param name="link">The place in the note's links of a link within the vault, whose end tag the vault decides.</param>
internal sealed class OpenElement(RawElement element, string? endTag, int link = -1)
{
    public RawElement Element => element;

    public string? EndTag => endTag;

    public int Link => link;

    /// <summary>True for a link, in which no other may stand.</summary>
    public bool IsLink => endTag is null or "</a>";
}

/// <summary>How far raw HTML may close: what stood open when an element of Markdown began stays open until that ends.</summary>
/// <param name="Floor">The number of elements that were open.</param>
/// <param name="HoldsTextAlone">True where no block may stand.</param>
internal readonly record struct RawScope(int Floor, bool HoldsTextAlone);

/// <summary>The elements that raw HTML has opened and not yet closed, and what another tag does to them.</summary>
/// <remarks>
/// The rules are those of the HTML standard, 13.2.6, as far as they make a browser close or move something by itself. By them
/// everything is closed before that, so that a browser builds the tree that the tags show.
/// </remarks>
/// <param name="close">Writes the end of an element.</param>
internal sealed class OpenElements(Action<OpenElement> close)
{
    /// <summary>The most elements that raw HTML has open at a time; further tags are left out.</summary>
    public const int Most = 64;

    private readonly List<OpenElement> _open = [];

    /// <summary>The scope that Markdown's innermost element makes.</summary>
    public RawScope Scope { get; private set; }

    /// <summary>The innermost element of this scope, or null.</summary>
    public OpenElement? Innermost => _open.Count > Scope.Floor ? _open[^1] : null;

    /// <summary>Begins an element of Markdown.</summary>
    /// <param name="holdsTextAlone">True for one that holds no blocks, as a heading.</param>
    /// <returns>What <see cref="Leave"/> wants.</returns>
    public RawScope Enter(bool holdsTextAlone)
    {
        var outer = Scope;
        Scope = new(_open.Count, holdsTextAlone || outer.HoldsTextAlone || TextHolder() >= 0);
        return outer;
    }

    /// <summary>Ends an element of Markdown: closes what raw HTML opened in it.</summary>
    public void Leave(RawScope outer)
    {
        CloseFrom(Scope.Floor);
        Scope = outer;
    }

    /// <summary>Closes what can't go on when an element begins.</summary>
    /// <returns>False where the element may not stand.</returns>
    public bool MakeRoomFor(RawElement element)
    {
        if (element.Has(ElementTraits.Block) && Scope.HoldsTextAlone) return false;
        if (element.Parents.IsEmpty)
        {
            MakeRoomForContent(element.Has(ElementTraits.Block));
        }
        else
        {
            var parent = Find(element, element.Parents.AsSpan());
            if (parent < 0) return false;
            CloseFrom(parent + 1);
        }

        return _open.Count < Most;
    }

    /// <summary>Closes what can't hold text or, with <paramref name="isBlock"/>, a block.</summary>
    public void MakeRoomForContent(bool isBlock)
    {
        while (Innermost is { } innermost && innermost.Element.Has(ElementTraits.HoldsTableParts)) CloseFrom(_open.Count - 1);
        if (isBlock && TextHolder() is >= 0 and var holder) CloseFrom(holder);
    }

    /// <summary>Adds an element.</summary>
    public void Push(OpenElement element) => _open.Add(element);

    /// <summary>Closes an element and all that is in it, if an end tag may.</summary>
    public void Close(RawElement element)
    {
        if (Find(element, [element.Name]) is >= 0 and var found) CloseFrom(found);
    }

    private void CloseFrom(int index)
    {
        for (var i = _open.Count - 1; i >= index; i--)
        {
            var last = _open[i];
            _open.RemoveAt(i);
            close(last);
        }
    }

    /// <summary>The place of the innermost element with one of these names, as seen from the end; -1 where there is none.</summary>
    private int Find(RawElement element, ReadOnlySpan<string> names)
    {
        for (var i = _open.Count - 1; i >= Scope.Floor; i--)
        {
            var open = _open[i].Element;
            if (names.Contains(open.Name)) return i;
            var isBarrier = element.IsTablePart || element.Name == "table" ? open.Name == "table" : open.IsTablePart || open.Name == "table";
            if (isBarrier) return -1;
        }

        return -1;
    }

    /// <summary>The place of the paragraph or heading that a block would end; -1 where there is none.</summary>
    private int TextHolder()
    {
        for (var i = _open.Count - 1; i >= Scope.Floor; i--)
        {
            if (_open[i].Element.Has(ElementTraits.HoldsTextAlone)) return i;
            if (_open[i].Element.Has(ElementTraits.Block)) return -1;
        }

        return -1;
    }
}
