using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Transformers.Parsing.Syntax;

/// <summary>Parses paragraphs, and the headings and link definitions that begin as such (CommonMark 4.3, 4.7, 4.8).</summary>
/// <remarks>It finds what Markdig's parser finds, in time linear in the text: definitions are read in one go and kept out of the tree.</remarks>
internal sealed class ParagraphParser : ParagraphBlockParser
{
    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.BreakDiscard;

        var paragraph = (ParagraphBlock)block;
        if (!processor.IsCodeIndent && LevelOfUnderline(processor.Line.AsSpan()) is > 0 and var level)
        {
            // A line outside of the paragraph's quote or list is no underline, but it may be a break.
            if (paragraph.Parent is { IsOpen: true }) return TakeUnderline(processor, paragraph, level);
            if (level == 2 && InlinePlacing.RunLength(processor.Line.AsSpan()) >= 3) return TakeBreak(processor, paragraph);
        }

        paragraph.UpdateSpanEnd(processor.Line.End);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        // Without a parent it has become a heading.
        if (block is not ParagraphBlock { Parent: { } parent } paragraph) return true;

        TakeDefinitions(processor, paragraph);
        if (paragraph.Lines.Count > 0)
        {
            Trim(paragraph.Lines);
        }
        else if (parent.LastChild == paragraph)
        {
            parent.RemoveAt(parent.Count - 1);
        }
        else
        {
            parent.Remove(paragraph);
        }

        return true;
    }

    private static int LevelOfUnderline(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is not ('=' or '-')) return 0;
        return line[InlinePlacing.RunLength(line)..].ContainsAnyExcept(' ', '\t') ? 0 : line[0] == '=' ? 1 : 2;
    }

    private BlockState TakeUnderline(BlockProcessor processor, ParagraphBlock paragraph, int level)
    {
        TakeDefinitions(processor, paragraph);
        if (paragraph.Lines.Count == 0 || paragraph.Parent is not { } parent) return BlockState.Continue;

        Trim(paragraph.Lines);
        parent[parent.Count - 1] = new HeadingBlock(this)
        {
            Level = level,
            IsSetext = true,
            HeaderChar = processor.CurrentChar,
            HeaderCharCount = InlinePlacing.RunLength(processor.Line.AsSpan()),
            Lines = paragraph.Lines,
            Line = paragraph.Line,
            Column = paragraph.Column,
            Span = new SourceSpan(paragraph.Span.Start, processor.Line.End),
            IsOpen = false,
        };
        parent.UpdateSpanEnd(processor.Line.End);
        processor.Close(paragraph);
        return BlockState.BreakDiscard;
    }

    private static BlockState TakeBreak(BlockProcessor processor, ParagraphBlock paragraph)
    {
        processor.Close(paragraph);
        processor.NewBlocks.Push(new ThematicBreakBlock(ThematicBreakParser.Default)
        {
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
            ThematicChar = '-',
            ThematicCharCount = InlinePlacing.RunLength(processor.Line.AsSpan()),
        });
        return BlockState.BreakDiscard;
    }

    /// <summary>Moves the definitions at a paragraph's start to the document; the first one of a label counts.</summary>
    private static void TakeDefinitions(BlockProcessor processor, ParagraphBlock paragraph)
    {
        if (paragraph.Lines.Count == 0 || FirstCharacter(paragraph.Lines.Lines[0].Slice) != '[') return;

        var text = paragraph.Lines.ToCharIterator();
        var source = new LinePlaces(paragraph.Lines);
        var isAny = false;
        while (true)
        {
            var next = text;
            if (!LinkReferenceDefinition.TryParse(ref next, out var definition) || definition.Label is null) break;
            definition.UrlSpan = source.Of(definition.UrlSpan);
            processor.Document.GetLinkReferenceDefinitions(addGroup: false).Links.TryAdd(definition.Label, definition);
            isAny = true;
            text = next;
            while (text.CurrentChar is '\r' or '\n') text.SkipChar();
            if (text.IsEmpty) break;
        }

        if (isAny) paragraph.Lines = text.Remaining();
    }

    private static char FirstCharacter(StringSlice line)
    {
        line.TrimStart();
        return line.CurrentChar;
    }

    private static void Trim(StringLineGroup lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            ref var slice = ref lines.Lines[i].Slice;
            while (slice.CurrentChar is ' ' or '\t') slice.SkipChar();
        }

        ref var last = ref lines.Lines[lines.Count - 1].Slice;
        while (!last.IsEmpty && last.Text[last.End] is ' ' or '\t') last.End--;
    }

    /// <summary>Where in the source some lines stand. It goes from line to line: ranges are asked for in their order.</summary>
    private struct LinePlaces(StringLineGroup lines)
    {
        private int _line;
        private int _first;

        /// <summary>A range that counts from the first line's first character, as a range of the source; Markdig leaves it to count from there.</summary>
        public SourceSpan Of(SourceSpan span)
        {
            for (; _line < lines.Count; _line++)
            {
                var line = lines.Lines[_line].Slice;
                var next = _first + line.Length + line.NewLine.Length();
                if (span.Start < next) return new SourceSpan(line.Start + span.Start - _first, line.Start + span.End - _first);
                _first = next;
            }

            return SourceSpan.Empty;
        }
    }
}
