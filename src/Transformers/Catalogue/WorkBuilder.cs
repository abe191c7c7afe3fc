using System.Collections.Immutable;
using Transformers.Model;

namespace Transformers.Catalogue;

/// <summary>Makes one work of the entries about it.</summary>
internal static class WorkBuilder
{
    /// <summary>Builds the work.</summary>
    /// <param name="entries">Those about it, by path, then line; at least one.</param>
    /// <param name="keys">The keys that are given already.</param>
    public static Work Build(ImmutableArray<CatalogueEntry> entries, CitationKeys keys)
    {
        var written = entries.Select(entry => entry.Entry).ToArray();
        var citations = written.Select(entry => entry.Citation).OfType<Citation>().ToArray();
        var named = citations.FirstOrDefault(citation => citation.Title is not null);
        var authors = citations.Select(citation => citation.Authors).FirstOrDefault(names => !names.IsEmpty, []);
        var year = citations.Select(citation => citation.Year).FirstOrDefault(value => value is not null);
        return new()
        {
            Key = keys.Take(authors, year, named?.Title, IdentityOf(written[0])),
            Kind = written[0].Kind,
            Title = named?.Title,
            ShortTitle = named?.ShortTitle,
            Authors = authors,
            Year = year,
            Publisher = citations.Select(citation => citation.Publisher).FirstOrDefault(value => value is not null),
            Url = written.Select(entry => entry.Url).FirstOrDefault(value => value is not null),
            Identifiers = [.. written.SelectMany(entry => entry.Identifiers).Distinct()],
            Resources = ResourcesOf(written),
            Entries = entries,
        };
    }

    private static string IdentityOf(Entry entry) => entry.IdentityKeys is [var first, ..] ? first : $"title:{entry.Citation?.Title}";

    private static ImmutableArray<Resource> ResourcesOf(Entry[] entries)
    {
        var known = entries.SelectMany(entry => entry.IdentityKeys).ToHashSet(StringComparer.Ordinal);
        var resources = new List<Resource>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var resource in entries.SelectMany(entry => entry.Resources))
        {
            if (known.Contains(resource.IdentityKey)) continue;
            if (places.TryAdd(resource.IdentityKey, resources.Count)) resources.Add(resource);
            else if (resources[places[resource.IdentityKey]] is { Title: null } untitled) resources[places[resource.IdentityKey]] = untitled with { Title = resource.Title };
        }

        return [.. resources];
    }
}
