using System.Collections.Frozen;

namespace Transformers.Parsing.Entries;

/// <summary>Words in brackets that name nobody: what a thing is, what it is made with, when it was.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Times = FrozenSet.ToFrozenSet(
    [
        "spring", "summer", "fall", "autumn", "winter", "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Descriptions = FrozenSet.ToFrozenSet(
    [
        "appendix", "article", "blog", "book", "chapter", "code", "collection", "course", "courses", "demo", "discussion", "draft", "ebook",
        "edition", "episode", "full", "free", "guest", "interactive", "interview", "introduction", "keynote", "lecture", "lectures", "lightning",
        "notebook", "notebooks", "note", "notes", "official", "online", "original", "overview", "page", "panel", "paper", "papers", "part",
        "pdf", "playlist", "podcast", "poster", "preprint", "proceedings", "recording", "report", "review", "seminar", "series", "session",
        "short", "slides", "special", "supplement", "survey", "talk", "talks", "technical", "thesis", "tutorial", "tutorials", "unofficial",
        "updated", "version", "video", "videos", "virtual", "volume", "webinar", "white", "whitepaper", "workshop",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Subjects = FrozenSet.ToFrozenSet(
    [
        "algorithm", "algorithms", "applied", "analysis", "artificial", "attention", "bayesian", "causal", "classification", "climate", "cloud",
        "computer", "computing", "convolutional", "data", "dataset", "deep", "detection", "diffusion", "english", "first", "french", "generative",
        "german", "graph", "image", "imaging", "inference", "intelligence", "java", "javascript", "julia", "jupyter", "jax", "keras", "language",
        "large", "learning", "machine", "matlab", "mining", "mlops", "model", "models", "natural", "network", "networks", "neural", "numpy", "open",
        "operator", "operators", "optimization", "pandas", "physics", "processing", "programming", "python", "pytorch", "quantum", "recognition",
        "recurrent", "reinforcement", "rust", "scala", "science", "second", "segmentation", "sklearn", "software", "source", "spanish",
        "statistics", "statistical", "super", "supervised", "systems", "tensorflow", "text", "theory", "third", "time", "transformer",
        "transformers", "uncertainty", "using", "vision", "weather", "with", "the", "for", "in",
    ], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a single word that stands before a year and is still nobody: <c>Spring 2020</c>, <c>Keynote 2021</c>.</summary>
    public static bool IsNoSurname(ReadOnlySpan<char> word) => Has(Times, word) || Has(Descriptions, word);

    /// <summary>True when any word is one of these.</summary>
    public static bool ContainsAny(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            if (Is(words[range])) return true;
        }

        return false;
    }

    /// <summary>True when any word says what kind of thing it is: <c>Best Paper</c>, <c>Tech Talks</c>.</summary>
    public static bool ContainsDescription(ReadOnlySpan<char> words)
    {
        foreach (var range in words.Split(' '))
        {
            if (Has(Descriptions, words[range])) return true;
        }

        return false;
    }

    /// <summary>True when all words are these, numbers, or the code of a course.</summary>
    public static bool SayNothing(ReadOnlySpan<char> words)
    {
        var text = Organisations.WithoutCodes(words).AsSpan();
        foreach (var range in text.Split(' '))
        {
            if (!text[range].IsEmpty && !Is(text[range])) return false;
        }

        return true;
    }

    /// <summary>True when all words only say what kind of thing it is: <c>Technical note</c>.</summary>
    public static bool AreAllGeneric(string[] words) => Array.TrueForAll(words, w => Has(Descriptions, w) || w.All(char.IsAsciiDigit));

    private static bool Is(ReadOnlySpan<char> word) => Has(Times, word) || Has(Descriptions, word) || Has(Subjects, word);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) =>
        set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.Trim("'’‘.\"“”"));
}
