using System.Collections.Immutable;
using Transformers.Catalogue;
using Transformers.Checking;
using Transformers.Diagnostics;
using Transformers.External;
using Transformers.Linking;
using Transformers.Locks;
using Transformers.Parsing;
using Transformers.Vaults;

namespace Transformers;

/// <summary>Every kind of finding there is.</summary>
public static class RuleBook
{
    /// <summary>The rules of all stages, by their codes.</summary>
    public static ImmutableArray<DiagnosticRule> All { get; } =
    [
        LinkingRules.NoteMissing, LinkingRules.HeadingMissing, LinkingRules.BlockMissing, ParsingRules.DuplicateBlockId, LinkingRules.Ambiguous,
        CatalogueRules.SameWork, ParsingRules.InvalidYaml, LinkingRules.EmbedCycle, LinkingRules.AttachmentMissing, LinkingRules.SameAddress,
        ParsingRules.EmptyEntry, LinkingRules.NotPublished, VaultRules.LeadsOut, VaultRules.Unreadable, ParsingRules.TooComplex,
        ParsingRules.IdInsideLink, CatalogueRules.PerhapsSameWork, ParsingRules.HtmlLeftOut, ParsingRules.Unreadable, ParsingRules.NotShown,
        ParsingRules.BlanksInLink, OrphanNotes.Rule, EmptySections.Rule, EntryYears.Rule, InsecureLinks.Rule, TrackingLinks.Rule, DeadLinks.Rule,
        Silencing.UnknownCode, LockRules.Gone, LockRules.Moved, LockRules.Unreadable, ExternalRules.Dead, ExternalRules.Moved,
        ExternalRules.Unreadable, ParsingRules.UnclosedLink,
    ];

    /// <summary>The codes, in order.</summary>
    public static ImmutableSortedSet<string> Codes { get; } = ImmutableSortedSet.CreateRange(StringComparer.Ordinal, All.Select(rule => rule.Code));
}
