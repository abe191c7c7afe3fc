using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Transformers.Parsing.Syntax;

/// <summary>The delimiter runs of one leaf that wait to be understood, in the order of the text.</summary>
internal sealed class EmphasisStack
{
    private EmphasisRun? _top;

    public InlineDepths Depths { get; } = new();

    public void Push(EmphasisRun run)
    {
        run.Before = _top;
        if (_top is not null) _top.After = run;
        _top = run;
    }

    /// <summary>Turns all runs from a position on into emphasis or text.</summary>
    public void Resolve(int from)
    {
        EmphasisRun? closer = null;
        for (var run = _top; run is not null && run.Position >= from; run = run.Before) closer = run;

        // For each kind of closer, the position before which it is known that no opener stands.
        Span<int> floors = stackalloc int[4 * 2 * 3];
        floors.Fill(from);
        while (closer is not null)
        {
            if (!closer.CanClose)
            {
                closer = closer.After;
                continue;
            }

            ref var floor = ref floors[KindOf(closer)];
            if (OpenerOf(closer, floor) is { } opener)
            {
                closer = Match(opener, closer);
                continue;
            }

            floor = closer.Position;
            var next = closer.After;
            if (!closer.CanOpen) Drop(closer);
            closer = next;
        }

        while (_top is not null && _top.Position >= from) Drop(_top);
    }

    private static int KindOf(EmphasisRun run)
    {
        var character = "*_~=".IndexOf(run.Character, StringComparison.Ordinal);
        return (((character * 2) + (run.CanOpen ? 1 : 0)) * 3) + (run.OriginalLength % 3);
    }

    private static EmphasisRun? OpenerOf(EmphasisRun closer, int floor)
    {
        for (var run = closer.Before; run is not null && run.Position >= floor; run = run.Before)
        {
            if (run.CanOpen && run.Character == closer.Character && !IsRuledOut(run, closer)) return run;
        }

        return null;
    }

    /// <summary>The "multiple of 3" rules (9 and 10) of CommonMark 6.2.</summary>
    private static bool IsRuledOut(EmphasisRun opener, EmphasisRun closer) =>
        (opener.CanClose || closer.CanOpen) && closer.OriginalLength % 3 != 0 && (opener.OriginalLength + closer.OriginalLength) % 3 == 0;

    /// <summary>Makes emphasis of what stands between two runs.</summary>
    /// <returns>The run to go on with.</returns>
    private EmphasisRun? Match(EmphasisRun opener, EmphasisRun closer)
    {
        while (closer.Before != opener) Drop(closer.Before!);

        var count = Math.Min(2, Math.Min(opener.Content.Length, closer.Content.Length));
        var emphasis = new EmphasisInline
        {
            DelimiterChar = opener.Character,
            DelimiterCount = count,
            Span = new SourceSpan(opener.Span.End - count + 1, closer.Span.Start + count - 1),
            Line = opener.Line,
            Column = opener.Column + opener.Content.Length - count,
        };
        if (!Depths.TryWrap(emphasis, opener.Position, opener, closer))
        {
            Drop(opener);
            var next = closer.After;
            Drop(closer);
            return next;
        }

        opener.Content = new StringSlice(opener.Content.Text, opener.Content.Start, opener.Content.End - count);
        opener.Span = new SourceSpan(opener.Span.Start, opener.Span.End - count);
        closer.Content = new StringSlice(closer.Content.Text, closer.Content.Start + count, closer.Content.End);
        closer.Span = new SourceSpan(closer.Span.Start + count, closer.Span.End);

        var after = closer.Content.IsEmpty ? closer.After : closer;
        if (opener.Content.IsEmpty) Drop(opener);
        if (closer.Content.IsEmpty) Drop(closer);
        return after;
    }

    /// <summary>Takes a run out of the stack; what is left of it is text.</summary>
    private void Drop(EmphasisRun run)
    {
        if (run.Before is not null) run.Before.After = run.After;
        if (run.After is not null) run.After.Before = run.Before;
        if (run == _top) _top = run.Before;

        if (run.Content.IsEmpty) run.Remove();
        else run.ReplaceBy(run.AsText(run.Content));
    }
}
