using System.Collections.Immutable;
using Transformers.Text;

namespace Transformers.Catalogue;

/// <summary>A person's name in the parts that bibliographies want.</summary>
/// <param name="Given">First names and initials as written; empty where only a last name was written.</param>
/// <param name="Particle">What stands before the last name, such as <c>van den</c>; often empty.</param>
/// <param name="Family">The last name without its particle.</param>
/// <param name="Suffix"><c>Jr.</c>, <c>III</c> and the like; often empty.</param>
public sealed record AuthorName(string Given, string Particle, string Family, string Suffix)
{
    private static readonly ImmutableArray<string> Suffixes = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"];

    /// <summary>The last name with its particle: <c>van den Oord</c>.</summary>
    public string LastName => Particle.Length > 0 ? $"{Particle} {Family}" : Family;

    /// <summary>Reads a name as a curator writes it: <c>Vaswani</c>, <c>Aaron van den Oord</c>, <c>Goodfellow I.</c>, <c>Hyndman, R</c>.</summary>
    /// <param name="name">One person.</param>
    public static AuthorName Of(string name)
    {
        if (name.Split(',', 2) is [var last, var first] && Of(last) is { Given: "" } lastName) return lastName with { Given = first.Trim() };
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var end = words.Length;
        if (end > 1 && Suffixes.Contains(words[end - 1])) end--;
        var suffix = string.Join(' ', words[end..]);

        // "Goodfellow I. J." begins with a whole word and ends in initials: the last name comes first.
        var initials = end;
        while (initials > 1 && AreInitials(words[initials - 1])) initials--;
        if (initials < end && !AreInitials(words[0])) return Cut(words[..initials], 0, string.Join(' ', words[initials..end]), suffix);

        // "de la Vallée Poussin": nobody's first names begin with a particle.
        if (words is [var leading, ..] && NameParticles.Contains(leading)) return Cut(words[..end], 0, "", suffix);

        var start = Math.Max(0, end - 1);
        while (start > 0 && IsParticle(words[start - 1])) start--;
        return Cut(words[..end], start, string.Join(' ', words[..start]), suffix);
    }

    /// <summary>Parts the particle from the last name, which begins at a place.</summary>
    private static AuthorName Cut(string[] words, int start, string given, string suffix)
    {
        var family = start;
        while (family < words.Length - 1 && NameParticles.Contains(words[family])) family++;
        return new(given, string.Join(' ', words[start..family]), string.Join(' ', words[family..]), suffix);
    }

    /// <summary>Also with a capital: "Van Gogh", "Juan De La Cruz".</summary>
    private static bool IsParticle(string word) => NameParticles.Contains(word.Length > 1 ? word.ToLowerInvariant() : word);

    private static bool AreInitials(string word)
    {
        var letters = word.Count(char.IsLetter);
        return letters is > 0 and <= 3 && word.All(c => char.IsUpper(c) || c is '.' or '-') && (letters == 1 || word.Contains('.', StringComparison.Ordinal));
    }
}
