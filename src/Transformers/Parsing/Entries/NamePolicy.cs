namespace Transformers.Parsing.Entries;

/// <summary>What a name in brackets without a year can be.</summary>
internal enum NamePolicy
{
    /// <summary>A publisher that is known as one: on papers, code, data.</summary>
    KnownPublishers,

    /// <summary>A publisher, or people with more than one name: on courses.</summary>
    FullNames,

    /// <summary>People, or a publisher: on books and theses.</summary>
    People,

    /// <summary>People, or a publisher; a person's name before a dash is no short title either: on talks.</summary>
    Speakers,
}
