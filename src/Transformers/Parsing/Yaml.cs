using System.Collections.Immutable;
using Transformers.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Transformers.Parsing;

/// <summary>A value of a YAML document, with its place. One of the cases nested here, and no other.</summary>
internal abstract record YamlNode(TextSpan Span)
{
    /// <summary>A scalar.</summary>
    /// <param name="Value">Its text.</param>
    /// <param name="IsPlain">True where it was written without quotes, so that it may be a number or a truth value.</param>
    /// <param name="Span">Its place, quotes included.</param>
    public sealed record Scalar(string Value, bool IsPlain, TextSpan Span) : YamlNode(Span);

    /// <summary>A sequence.</summary>
    public sealed record Sequence(ImmutableArray<YamlNode> Items, TextSpan Span) : YamlNode(Span);

    /// <summary>A mapping; its keys are distinct.</summary>
    public sealed record Mapping(ImmutableArray<(Scalar Key, YamlNode Value)> Items, TextSpan Span) : YamlNode(Span);
}

/// <summary>A YAML text that is not valid.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="offset">Where, in UTF-16 code units.</param>
internal sealed class InvalidYamlException(string message, int offset) : Exception(message)
{
    /// <summary>Where, in UTF-16 code units from the start of the YAML.</summary>
    public int Offset => offset;
}

/// <summary>Reads YAML 1.2 into a small tree: no anchors, no tags, at most 32 levels deep.</summary>
internal static class Yaml
{
    private const int MostLevels = 32;
    private const int MostCharacters = 1 << 20;

    /// <summary>Reads a document whose root is a mapping; an empty document is an empty mapping.</summary>
    /// <exception cref="InvalidYamlException">The text is not such a document.</exception>
    public static YamlNode.Mapping ReadMapping(string text)
    {
        if (text.Length > MostCharacters) throw new InvalidYamlException("it is over a megabyte long", 0);
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _) || (parser.Accept<Scalar>(out var empty) && empty.Value.Length == 0))
            {
                return new YamlNode.Mapping([], default);
            }

            var root = Read(parser, 0) as YamlNode.Mapping ?? throw new InvalidYamlException("a list of 'name: value' lines is wanted", 0);
            parser.Consume<DocumentEnd>();
            return parser.Current is StreamEnd ? root : throw new InvalidYamlException("a second document begins", (int)parser.Current!.Start.Index);
        }
        catch (YamlException e)
        {
            throw new InvalidYamlException(Sentence(e), (int)Math.Min(e.Start.Index, text.Length));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet throws these for a flow sequence that is not closed.
            throw new InvalidYamlException("a bracket is not closed", (int)(parser.Current?.Start.Index ?? 0));
        }
    }

    /// <summary>The comments of a text, from <c>#</c> to the end of the line; what the scanner stumbles over hides all that follows.</summary>
    public static IReadOnlyList<TextSpan> CommentsIn(string text)
    {
        var comments = new List<TextSpan>();
        if (!text.Contains('#', StringComparison.Ordinal)) return comments;
        var scanner = new Scanner(new StringReader(text), skipComments: false);
        try
        {
            while (scanner.MoveNext())
            {
                if (scanner.Current is not YamlDotNet.Core.Tokens.Comment comment) continue;
                var start = (int)comment.Start.Index;
                var length = text.AsSpan(start).IndexOfAny('\n', '\r');
                comments.Add(new(start, length < 0 ? text.Length - start : length));
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException)
        {
            // With comments it scans by other rules than without: what was read may still not be scanned.
            var start = comments.Count > 0 ? comments[^1].End : 0;
            comments.Add(new(start, text.Length - start));
        }

        return comments;
    }

    private static YamlNode Read(Parser parser, int level)
    {
        if (level > MostLevels) throw new InvalidYamlException($"it is nested over {MostLevels} levels deep", (int)parser.Current!.Start.Index);
        var start = (int)parser.Current!.Start.Index;
        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return new YamlNode.Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, new(start, (int)scalar.End.Index - start));

            case SequenceStart:
                parser.MoveNext();
                var items = ImmutableArray.CreateBuilder<YamlNode>();
                while (parser.Current is not SequenceEnd) items.Add(Read(parser, level + 1));
                return new YamlNode.Sequence(items.ToImmutable(), new(start, End(parser) - start));

            case MappingStart:
                parser.MoveNext();
                return ReadItems(parser, start, level);

            default:
                throw new InvalidYamlException("anchors and aliases are not read", start);
        }
    }

    private static YamlNode.Mapping ReadItems(Parser parser, int start, int level)
    {
        var items = ImmutableArray.CreateBuilder<(YamlNode.Scalar, YamlNode)>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (parser.Current is not MappingEnd)
        {
            if (Read(parser, level + 1) is not YamlNode.Scalar key) throw new InvalidYamlException("a name before ':' is wanted", start);
            if (!keys.Add(key.Value)) throw new InvalidYamlException($"'{key.Value}' is given twice", key.Span.Start);
            items.Add((key, Read(parser, level + 1)));
        }

        return new(items.ToImmutable(), new(start, End(parser) - start));
    }

    private static int End(Parser parser)
    {
        var end = (int)parser.Current!.End.Index;
        parser.MoveNext();
        return end;
    }

    // YamlDotNet puts the position before its sentence; ours stands elsewhere.
    private static string Sentence(YamlException e)
    {
        var message = e.Message;
        var colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        message = (colon < 0 ? message : message[(colon + 3)..]).TrimEnd('.');
        message = message.Length > 0 ? char.ToLowerInvariant(message[0]) + message[1..] : "it can't be read";
        return $"{message} (a value with ': ', '#', '@', '%', '[' or '{{' in it wants quotes)";
    }
}
