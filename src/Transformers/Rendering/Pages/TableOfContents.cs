using System.Buffers;
using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Rendering.Templates;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>Writes a note's headings as nested lists.</summary>
internal static class TableOfContents
{
    /// <summary>The lists, or null for a note with fewer than two headings.</summary>
    public static Html? Of(ImmutableArray<Heading> headings)
    {
        ImmutableArray<Heading> shown = [.. headings.Where(heading => heading.Anchor.Length > 0 && heading.Level <= 4)];
        return shown.Length < 2 ? null : new Html(output => Write(shown, output));
    }

    private static void Write(ImmutableArray<Heading> headings, IBufferWriter<byte> output)
    {
        var levels = new Stack<int>();
        foreach (var heading in headings)
        {
            if (levels.Count == 0 || heading.Level > levels.Peek())
            {
                output.Write("<ol>\n"u8);
                levels.Push(heading.Level);
            }
            else
            {
                output.Write("</li>\n"u8);
                while (levels.Count > 1 && heading.Level < levels.Peek())
                {
                    // A level that was skipped on the way down stays open on the way up.
                    if (levels.ElementAt(1) < heading.Level) break;
                    output.Write("</ol></li>\n"u8);
                    levels.Pop();
                }
            }

            output.WriteAttribute("<li><a href=\""u8, "#" + heading.Anchor);
            output.Write(">"u8);
            output.WriteText(heading.Text);
            output.Write("</a>"u8);
        }

        while (levels.TryPop(out _)) output.Write("</li></ol>\n"u8);
    }
}
