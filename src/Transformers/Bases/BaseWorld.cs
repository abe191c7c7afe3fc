using System.Collections.Frozen;
using System.Collections.Immutable;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Bases;

/// <summary>What bases see: the published notes, their properties, and where their links lead. What is private is nowhere in it.</summary>
internal sealed class BaseWorld
{
    private readonly FrozenDictionary<string, Note> _byPath;
    private readonly FrozenDictionary<string, Note> _byName;
    private readonly FrozenDictionary<SourcePath, FrozenDictionary<string, BaseValue>> _properties;
    private readonly LinkGraph _graph;

    public BaseWorld(ImmutableArray<Note> notes, LinkGraph graph)
    {
        (Notes, _graph) = (notes, graph);
        _byPath = FirstOf(notes, note => note.Path.PagePath);
        _byName = FirstOf(notes, note => note.Path.IsNote ? note.Path.Name : note.Path.FileName);
        _properties = notes.AsParallel().ToDictionary(note => note.Path, PropertiesOf).ToFrozenDictionary();
    }

    /// <summary>The published notes, in path order.</summary>
    public ImmutableArray<Note> Notes { get; }

    /// <summary>The properties of a note, by name in any case.</summary>
    public FrozenDictionary<string, BaseValue> PropertiesOf(SourcePath note) => _properties[note];

    /// <summary>The note that a text names, by its path or its name, with or without brackets and extension; null for none.</summary>
    public Note? Find(string text)
    {
        var name = text.Trim();
        if (name.StartsWith("[[", StringComparison.Ordinal) && name.EndsWith("]]", StringComparison.Ordinal)) name = name[2..^2];
        var end = name.AsSpan().IndexOfAny('#', '|');
        if (end >= 0) name = name[..end];
        name = name.Trim('/', ' ');
        if (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        var key = Key(name);
        return _byPath.TryGetValue(key, out var note) || _byName.TryGetValue(key, out note) ? note : null;
    }

    /// <summary>A link to whatever a text names: a note, an outside address, or nothing.</summary>
    public BaseLinkTarget TargetOf(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") return new BaseLinkTarget.ToPage(text);
        return Find(text) is { } note ? new BaseLinkTarget.ToNote(note) : new BaseLinkTarget.Nowhere(text);
    }

    /// <summary>The links of a note, or its embeds, as formulas see them.</summary>
    public BaseValue.List LinksOf(Note note, bool embeds) =>
        new([.. _graph.From(note).Where(link => !embeds || link.Reference.IsEmbed).Select(link => LinkOf(link, WrittenOf(link.Reference)))]);

    /// <summary>The notes that link to a note.</summary>
    public BaseValue.List BacklinksOf(Note note) =>
        new([.. _graph.To(note).Select(link => link.From).Where(from => from != note).Distinct().Select(from => new BaseValue.File(from))]);

    /// <summary>True where a note links to another, or embeds it.</summary>
    public bool Links(Note from, Note to) => _graph.From(from).Any(link => link.Target switch
    {
        LinkTarget.Found(var note, _) => note.Path == to.Path,
        LinkTarget.PartMissing(var note) => note.Path == to.Path,
        _ => false,
    });

    /// <summary>The tags of a note, those of its text included.</summary>
    public static BaseValue.List TagsOf(Note note) => new([.. note.Tags.Select(tag => new BaseValue.Tag(tag.Name))]);

    private static FrozenDictionary<string, Note> FirstOf(ImmutableArray<Note> notes, Func<Note, string> name)
    {
        var first = new Dictionary<string, Note>(StringComparer.Ordinal);
        foreach (var note in notes) first.TryAdd(Key(name(note)), note);
        return first.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string path) => UnicodeForm.ToNfc(path).ToLowerInvariant();

    private FrozenDictionary<string, BaseValue> PropertiesOf(Note note)
    {
        var properties = new Dictionary<string, BaseValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in note.FrontMatter.Properties) properties.TryAdd(name, ValueOf(value, note));
        if (!note.FrontMatter.Tags.IsEmpty) properties["tags"] = new BaseValue.List([.. note.FrontMatter.Tags.Select(tag => new BaseValue.Tag(tag))]);
        if (!note.FrontMatter.Aliases.IsEmpty) properties["aliases"] = new BaseValue.List([.. note.FrontMatter.Aliases.Select(alias => new BaseValue.Text(alias))]);
        return properties.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private BaseValue ValueOf(PropertyValue value, Note note) => value switch
    {
        PropertyValue.Text(var text) => Dates.Read(text) ?? (BaseValue)new BaseValue.Text(text),
        PropertyValue.Number(var number, _) => BaseValue.Of(number),
        PropertyValue.Checkbox(var isChecked) => BaseValue.Of(isChecked),
        PropertyValue.Link(var ordinal, var label) => LinkOf(_graph.From(note)[ordinal], label),
        PropertyValue.List(var items) => new BaseValue.List([.. items.Select(item => ValueOf(item, note))]),
        PropertyValue.Map(var items) => new BaseValue.Map([.. items.Select(item => (item.Name, ValueOf(item.Value, note)))]),
        _ => new BaseValue.Nothing(),
    };

    // What is not published leads nowhere, as what never was.
    private static BaseValue.Link LinkOf(ResolvedLink link, string display) => new(
        link.Target switch
        {
            LinkTarget.Found(var note, _) => new BaseLinkTarget.ToNote(note),
            LinkTarget.PartMissing(var note) => new BaseLinkTarget.ToNote(note),
            LinkTarget.Attachment(var path) => new BaseLinkTarget.ToAttachment(path),
            _ => new BaseLinkTarget.Nowhere(link.Reference.Target),
        },
        display);

    private static string WrittenOf(LinkReference link) => link.Label ?? (link.Target.Length > 0 ? link.Target : link.Fragment ?? "");
}
