using System.Collections.Immutable;
using System.Globalization;
using Transformers.Text;

namespace Transformers.External.Asking;

/// <summary>What a <c>robots.txt</c> says to one program (RFC 9309).</summary>
internal sealed class RobotsRules
{
    private readonly ImmutableArray<Rule> _rules;

    private RobotsRules(ImmutableArray<Rule> rules, TimeSpan? crawlDelay) => (_rules, CrawlDelay) = (rules, crawlDelay);

    /// <summary>Nothing is forbidden.</summary>
    public static RobotsRules None { get; } = new([], null);

    /// <summary>The time that is to pass between two requests (no part of the RFC, but much used); null where nothing is said.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <summary>Reads the file, whatever it holds.</summary>
    /// <param name="text">The file.</param>
    /// <param name="product">The program's name, in lower case.</param>
    public static RobotsRules Parse(string text, string product)
    {
        // All groups of one name count as one; those for everybody count where no group has the program's own (2.2.1).
        var (own, others) = (new Group(), new Group());
        var (isOwn, isOthers, isNaming) = (false, false, false);
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            var end = line.IndexOf('#');
            var content = (end < 0 ? line : line[..end]).Trim();
            var colon = content.IndexOf(':');
            if (colon < 0) continue;
            var (key, value) = (content[..colon].TrimEnd().ToString().ToLowerInvariant(), content[(colon + 1)..].TrimStart().ToString());
            if (key == "user-agent")
            {
                if (!isNaming) (isOwn, isOthers) = (false, false);
                isNaming = true;
                isOthers |= value == "*";
                if (!ProductOf(value).Equals(product, StringComparison.OrdinalIgnoreCase)) continue;
                (isOwn, own.IsNamed) = (true, true);
            }
            else if (key is "allow" or "disallow" or "crawl-delay")
            {
                isNaming = false;
                if (isOwn) own.Add(key, value);
                if (isOthers) others.Add(key, value);
            }
        }

        var group = own.IsNamed ? own : others;
        return new([.. group.Rules], group.CrawlDelay);
    }

    /// <summary>True where an address may be asked for: the longest rule that fits decides, of two as long as each other the one that allows (2.2.2).</summary>
    /// <param name="path">Path and query.</param>
    public bool Allow(string path)
    {
        var normal = PercentEncoding.Normalize(path);
        var (length, allows) = (-1, true);
        foreach (var rule in _rules)
        {
            if (rule.Length < length || (rule.Length == length && allows) || !rule.Fits(normal)) continue;
            (length, allows) = (rule.Length, rule.Allows);
        }

        return allows;
    }

    // Only letters, "_" and "-" belong to the name (2.2.1); some write a version behind it.
    private static ReadOnlySpan<char> ProductOf(string value)
    {
        var length = 0;
        while (length < value.Length && (char.IsAsciiLetter(value[length]) || value[length] is '_' or '-')) length++;
        return value.AsSpan(0, length);
    }

    private sealed class Group
    {
        public bool IsNamed { get; set; }

        public List<Rule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(string key, string value)
        {
            if (key != "crawl-delay")
            {
                if (value.Length > 0 && value[0] is '/' or '*') Rules.Add(Rule.Of(value, key == "allow"));
            }
            else if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds / 2)
            {
                CrawlDelay = TimeSpan.FromSeconds(seconds);
            }
        }
    }

    /// <summary>A pattern: <c>*</c> stands for any characters, <c>$</c> at its end for the end of the address (2.2.3).</summary>
    private sealed record Rule(ImmutableArray<string> Parts, bool IsWhole, int Length, bool Allows)
    {
        public static Rule Of(string pattern, bool allows)
        {
            var normal = PercentEncoding.Normalize(pattern);
            var isWhole = normal.EndsWith('$');
            return new([.. (isWhole ? normal[..^1] : normal).Split('*')], isWhole, normal.Length, allows);
        }

        public bool Fits(string path)
        {
            if (!path.StartsWith(Parts[0], StringComparison.Ordinal)) return false;
            if (Parts.Length == 1) return !IsWhole || path.Length == Parts[0].Length;
            var at = Parts[0].Length;
            var last = IsWhole ? Parts.Length - 1 : Parts.Length;
            for (var i = 1; i < last; i++)
            {
                var found = path.IndexOf(Parts[i], at, StringComparison.Ordinal);
                if (found < 0) return false;
                at = found + Parts[i].Length;
            }

            return !IsWhole || (path.Length - at >= Parts[^1].Length && path.EndsWith(Parts[^1], StringComparison.Ordinal));
        }
    }
}
