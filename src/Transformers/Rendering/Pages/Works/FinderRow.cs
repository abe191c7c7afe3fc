using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Transformers.Catalogue;

namespace Transformers.Rendering.Pages.Works;

/// <summary>A work as the catalogue's script sees it.</summary>
internal sealed record FinderRow(
    string Title, string Href, int Year, int Flags, string Host, ImmutableArray<string> Kinds, ImmutableArray<string> Authors, ImmutableArray<string> Places, ImmutableArray<string> Resources)
{
    private const int MostAuthors = 12;
    private const int MostPlaces = 6;
    private const int MostKinds = 6;
    private const int LongestText = 300;

    /// <summary>Brackets, commas, the numbers of strings.</summary>
    private const int BytesAround = 48;

    private const int BytesOfNumber = 5;

    /// <summary>The row of a work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="site">Where it is listed.</param>
    /// <param name="links">Those of the catalogue's page.</param>
    public static FinderRow Of(Work work, Site site, PageLinks links) => new(
        Short(work.Label),
        WorkRecords.Href(work, site, links),
        work.Year ?? 0,
        (HasCode(work) ? 1 : 0) | (HasTalk(work) ? 2 : 0),
        Short(WorkRecords.HostOf(work.Url) ?? ""),
        [.. WorkLists.KindsOf(work).OrderBy(kind => kind != work.Kind).Take(MostKinds).Select(Short)],
        [.. work.Authors.Take(MostAuthors).Select(Short)],
        [.. work.Entries.Take(MostPlaces).SelectMany(entry => new[] { Short(entry.Note.Path.Stem), Short(string.Join(" › ", entry.Entry.Section)) })],
        [.. WorkRecords.ResourceKindsOf(work).Select(Short)]);

    /// <summary>True where code belongs to a work.</summary>
    public static bool HasCode(Work work) => work.Resources.Any(resource => IsOf(resource.Kind, "code"));

    /// <summary>True where a talk or a video belongs to a work.</summary>
    public static bool HasTalk(Work work) => work.Resources.Any(resource => IsOf(resource.Kind, "talk") || IsOf(resource.Kind, "video"));

    /// <summary>The notes that list it: their paths without the extension.</summary>
    public static IEnumerable<string> TopicsOf(Work work) => work.Entries.Select(entry => entry.Note.Path.Stem).Distinct(StringComparer.Ordinal);

    /// <summary>Text that no shard is too small for.</summary>
    public static string Short(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText), "…");

    /// <summary>How many bytes it takes at most, with the strings that are not there yet.</summary>
    public int Size(FinderStrings strings) =>
        BytesAround + Bytes(Title) + Bytes(Href) + Strings.Sum(text => BytesOfNumber + (strings.Contains(text) ? 0 : Bytes(text)));

    /// <summary>Adds its strings to those of its shard.</summary>
    public void AddTo(FinderStrings strings)
    {
        foreach (var text in Strings) strings.Add(text);
    }

    /// <summary>Writes it: title, address, year, flags, host, kinds, authors, places (note, section, note, section …), kinds of resources; all but the first four by the place of their strings.</summary>
    public void Write(Utf8JsonWriter json, FinderStrings strings)
    {
        json.WriteStartArray();
        json.WriteStringValue(Title);
        json.WriteStringValue(Href);
        json.WriteNumberValue(Year);
        json.WriteNumberValue(Flags);
        json.WriteNumberValue(strings.PlaceOf(Host));
        foreach (var list in (ReadOnlySpan<ImmutableArray<string>>)[Kinds, Authors, Places, Resources])
        {
            json.WriteStartArray();
            foreach (var text in list) json.WriteNumberValue(strings.PlaceOf(text));
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private IEnumerable<string> Strings => [Host, .. Kinds, .. Authors, .. Places, .. Resources];

    private static int Bytes(string text) => 3 + Encoding.UTF8.GetByteCount(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text));

    private static bool IsOf(string kind, string above) => kind.StartsWith(above, StringComparison.Ordinal) && (kind.Length == above.Length || kind[above.Length] == '/');
}

/// <summary>The strings of a shard, each once.</summary>
internal sealed class FinderStrings
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>In the order of their places.</summary>
    public IEnumerable<string> All => _places.Keys;

    public bool Contains(string text) => _places.ContainsKey(text);

    public void Add(string text) => _places.TryAdd(text, _places.Count);

    public int PlaceOf(string text) => _places[text];
}
