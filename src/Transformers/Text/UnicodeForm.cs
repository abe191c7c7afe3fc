using System.Text;

namespace Transformers.Text;

/// <summary>The canonical normal forms of Unicode text, by our own tables.</summary>
/// <remarks>
/// Follows UAX #15 for the version of Unicode in <see cref="UnicodeVersion"/>. <see cref="string.Normalize()"/> won't do:
/// in the invariant globalisation mode it returns its input, and elsewhere its answer depends on the machine's version of Unicode.
/// A surrogate without its other half stays as it is. Time is linear in the text, whatever it holds.
/// </remarks>
public static class UnicodeForm
{
    /// <summary>The version of Unicode that the forms are of; characters that came later stay as they are.</summary>
    public static string UnicodeVersion => CanonicalTables.UnicodeVersion;

    /// <summary>The composed form, NFC: what addresses, links and names are compared in.</summary>
    /// <returns><paramref name="text"/> itself when it is in this form already.</returns>
    public static string ToNfc(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Normalize(text, Form.Nfc);
    }

    /// <summary>The decomposed form, NFD: each letter followed by its marks.</summary>
    /// <returns><paramref name="text"/> itself when it is in this form already.</returns>
    public static string ToNfd(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Normalize(text, Form.Nfd);
    }

    /// <summary>Whether <see cref="ToNfc"/> would change nothing.</summary>
    public static bool IsNfc(ReadOnlySpan<char> text)
    {
        CanonicalSegment? segment = null;
        for (var at = 0; TryFindUnsure(text, at, Form.Nfc, out var start, out var end); at = end)
        {
            segment ??= new(composes: true);
            var stretch = text[start..end];
            if (!segment.Normalize(stretch).SequenceEqual(stretch)) return false;
        }

        return true;
    }

    private static string Normalize(string text, in Form form)
    {
        CanonicalSegment? segment = null;
        StringBuilder? result = null;
        var copied = 0;
        for (var at = 0; TryFindUnsure(text, at, form, out var start, out var end); at = end)
        {
            segment ??= new(form.Composes);
            var before = text.AsSpan(start, end - start);
            var after = segment.Normalize(before);
            if (after.SequenceEqual(before)) continue;

            result ??= new(text.Length);
            result.Append(text, copied, start - copied).Append(after);
            copied = end;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Finds the next stretch that a look at each code point can't tell to be in the form (UAX #15, section 9).</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where to begin: the start of the text or the end of a stretch.</param>
    /// <param name="form">The form wanted.</param>
    /// <param name="start">Where the stretch begins; like its end, no character before has to do with one after.</param>
    /// <param name="end">Where it ends; never equal to <paramref name="start"/>.</param>
    private static bool TryFindUnsure(ReadOnlySpan<char> text, int from, in Form form, out int start, out int end)
    {
        start = end = text.Length;
        var at = text[from..].IndexOfAnyInRange(form.FirstAffected, '\uFFFF');
        if (at < 0) return false;

        at += from;
        start = Math.Max(from, at - 1);
        for (byte lastClass = 0; at < text.Length;)
        {
            var point = CodePoints.At(text, at, out var length);
            var traits = point < form.FirstAffected ? default : CanonicalData.Of(point);
            if (traits.IsBoundary(form.Change))
            {
                start = at;
            }
            else if ((traits.Bits & form.Change) != 0 || traits.Class < lastClass)
            {
                end = FindBoundary(text, at + length, form);
                return true;
            }

            lastClass = traits.Class;
            at += length;
        }

        return false;
    }

    private static int FindBoundary(ReadOnlySpan<char> text, int from, in Form form)
    {
        var at = from;
        while (at < text.Length)
        {
            var point = CodePoints.At(text, at, out var length);
            if (point < form.FirstAffected || CanonicalData.Of(point).IsBoundary(form.Change)) break;
            at += length;
        }

        return at;
    }

    /// <param name="FirstAffected">Text of characters below this one only is in the form.</param>
    /// <param name="Change">The trait of a code point that may not stay as it is.</param>
    /// <param name="Composes">Whether marks are joined with their letters.</param>
    private readonly record struct Form(char FirstAffected, uint Change, bool Composes)
    {
        internal static readonly Form Nfc = new('\u0300', CanonicalTraits.MayChangeInNfc, Composes: true);
        internal static readonly Form Nfd = new('\u00C0', CanonicalTraits.Decomposes, Composes: false);
    }
}
