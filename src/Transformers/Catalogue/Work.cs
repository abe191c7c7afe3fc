using System.Collections.Immutable;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Catalogue;

/// <summary>What entries are about: a paper, a programme, a talk.</summary>
/// <remarks>Each fact is that of the first of its entries that says it.</remarks>
public sealed record Work
{
    /// <summary>The citation key, unique in the catalogue: lower-case ASCII letters and digits, and <c>-</c> before a number or a hash.</summary>
    public required string Key { get; init; }

    /// <summary>The first entry's kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The title; null where no entry gives one.</summary>
    public required string? Title { get; init; }

    /// <summary>The name that the title begins with, or null.</summary>
    public required string? ShortTitle { get; init; }

    /// <summary>The people as cited, often the first author's last name alone; empty where none are known.</summary>
    public required ImmutableArray<string> Authors { get; init; }

    /// <summary>The year of publication.</summary>
    public required int? Year { get; init; }

    /// <summary>Publisher, school, company or event.</summary>
    public required string? Publisher { get; init; }

    /// <summary>The outside address.</summary>
    public required string? Url { get; init; }

    /// <summary>Those of all entries, each once.</summary>
    public required ImmutableArray<Identifier> Identifiers { get; init; }

    /// <summary>Those of all entries, each once, whatever address it is given by; none of them is the work itself.</summary>
    public required ImmutableArray<Resource> Resources { get; init; }

    /// <summary>The entries about it, by path, then line; at least one.</summary>
    public required ImmutableArray<CatalogueEntry> Entries { get; init; }

    /// <summary>What to call it: the title, else a repository's name, else the address without its scheme.</summary>
    public string Label => Title ?? NameOf(Identifiers) ?? WithoutScheme(Url ?? Key);

    /// <summary>Its page, <c>works/vaswani2017attentionneed/</c>; null for a work without a title, which has none.</summary>
    public SiteAddress? Page => Title is null ? null : AddressBook.OfWork(Key);

    /// <summary>The value of the identifier of a scheme, or null.</summary>
    /// <param name="scheme">See <see cref="Identifier"/>.</param>
    public string? Identifier(string scheme) => Identifiers.FirstOrDefault(identifier => identifier.Scheme == scheme).Value;

    private static string? NameOf(ImmutableArray<Identifier> identifiers) =>
        identifiers.FirstOrDefault(identifier => identifier.Scheme is "github" or "huggingface").Value;

    private static string WithoutScheme(string url)
    {
        var end = url.IndexOf("://", StringComparison.Ordinal);
        return (end < 0 ? url : url[(end + 3)..]).TrimEnd('/');
    }
}
