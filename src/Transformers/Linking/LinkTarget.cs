using System.Collections.Immutable;
using Transformers.Model;
using Transformers.Text;

namespace Transformers.Linking;

/// <summary>Where a link leads. One of the cases nested here, and no other.</summary>
public abstract record LinkTarget
{
    private LinkTarget() { }

    /// <summary>The note exists and, if the link names a heading or block, so does that.</summary>
    /// <param name="Note">The note to open.</param>
    /// <param name="Part">What of it is meant.</param>
    public sealed record Found(Note Note, NotePart Part) : LinkTarget;

    /// <summary>The note exists, but has nothing by the name of the link's fragment; the link opens the note's top.</summary>
    /// <param name="Note">The note to open.</param>
    public sealed record PartMissing(Note Note) : LinkTarget;

    /// <summary>A file that is no note.</summary>
    public sealed record Attachment(SourcePath Path) : LinkTarget;

    /// <summary>No note and no attachment goes by that name.</summary>
    public sealed record Missing : LinkTarget;

    /// <summary>The note exists but is not published; to a reader it never was.</summary>
    /// <param name="Path">For the author alone.</param>
    public sealed record Unpublished(SourcePath Path) : LinkTarget;

    /// <summary>The path leads out of the vault, where nothing is looked for.</summary>
    public sealed record LeadsOut : LinkTarget;

    /// <summary>A bare block id that several notes have; there is no link.</summary>
    /// <param name="Notes">At least two, in path order.</param>
    public sealed record SeveralBlocks(ImmutableArray<SourcePath> Notes) : LinkTarget;
}

/// <summary>A note or a part of it. One of the cases nested here, and no other.</summary>
public abstract record NotePart
{
    private NotePart() { }

    /// <summary>The <c>id</c> to scroll to; empty for the note's top.</summary>
    public abstract string Anchor { get; }

    /// <summary>Where it stands in the note's body: for the whole note, what an embed of it shows.</summary>
    public ByteRange RangeIn(Note note) => this switch
    {
        Section(var heading) => heading.Section,
        OfBlock(var block) => block.Html,
        OfEntry(var entry) => entry.Html,
        _ => note.Body.Embedded,
    };

    /// <summary>The whole note.</summary>
    public sealed record Whole : NotePart
    {
        /// <inheritdoc/>
        public override string Anchor => "";
    }

    /// <summary>A heading and what stands under it.</summary>
    public sealed record Section(Heading Heading) : NotePart
    {
        /// <inheritdoc/>
        public override string Anchor => Heading.Anchor;
    }

    /// <summary>A block.</summary>
    public sealed record OfBlock(Block Block) : NotePart
    {
        /// <inheritdoc/>
        public override string Anchor => Block.Anchor;
    }

    /// <summary>An entry without a block id.</summary>
    public sealed record OfEntry(Entry Entry) : NotePart
    {
        /// <inheritdoc/>
        public override string Anchor => Entry.Anchor;
    }
}
