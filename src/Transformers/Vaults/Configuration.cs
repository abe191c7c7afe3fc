using System.Collections.Immutable;
using Transformers.Diagnostics;

namespace Transformers.Vaults;

/// <summary>What the owner of a vault decides, in <c>transformers.yml</c> at its root.</summary>
public sealed record Configuration
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "transformers.yml";

    /// <summary>A vault without one.</summary>
    public static Configuration Default { get; } = new();

    /// <summary>The site's name; null for the title of the home page.</summary>
    public string? Title { get; init; }

    /// <summary>One or two sentences about the site.</summary>
    public string? Description { get; init; }

    /// <summary>The language of the notes, a BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The absolute address of the site's root, ending in <c>/</c>, or null where it is not known.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Globs of files and folders that are not read.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>True where only notes with <c>publish: true</c> are published.</summary>
    public bool PublishesExplicitly { get; init; }

    /// <summary>True where drafts are published too.</summary>
    public bool IncludesDrafts { get; init; }

    /// <summary>True where attachments that no note uses are published too; those that only private notes use never are.</summary>
    public bool PublishesAllAttachments { get; init; }

    /// <summary>True where links end in <c>index.html</c>, so that the site works straight from the disk.</summary>
    public bool LinksToFiles { get; init; }

    /// <summary>True where a single newline is no line break, as in CommonMark; false as in Obsidian.</summary>
    public bool StrictLineBreaks { get; init; }

    /// <summary>The kind tags, or empty for the usual ones.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>The hosts whose pages a note may show in an <c>iframe</c>, once the reader asks for them.</summary>
    public ImmutableArray<string> Iframes { get; init; } = ["www.youtube-nocookie.com", "player.vimeo.com"];

    /// <summary>The severities of findings by their codes, where they are not the rules' own; null for those that are not reported.</summary>
    public ImmutableDictionary<string, Severity?> Severities { get; init; } = ImmutableDictionary<string, Severity?>.Empty;

    /// <summary>Addresses that are known to be dead.</summary>
    public ImmutableArray<DeadLink> DeadLinks { get; init; } = [];

    /// <summary>True where <c>check --external</c> asks hosts in private networks, too.</summary>
    public bool AsksIntranet { get; init; }

    /// <summary>True for a language that is written from right to left.</summary>
    public bool IsRightToLeft =>
        Language.Split('-')[0].ToLowerInvariant() is "ar" or "arc" or "ckb" or "dv" or "fa" or "he" or "ks" or "ps" or "sd" or "syr" or "ug" or "ur" or "yi";
}
