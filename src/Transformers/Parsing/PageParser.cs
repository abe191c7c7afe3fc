using Transformers.Diagnostics;
using Transformers.Model;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Parsing;

/// <summary>The first stage: whatever becomes a page, by the extension of its file.</summary>
/// <param name="configuration">The owner's decisions.</param>
public sealed class PageParser(Configuration configuration)
{
    private readonly NoteParser _notes = new(configuration);
    private readonly CanvasParser _canvases = new(configuration);

    /// <summary>Parses a file for which <see cref="SourcePath.IsPage"/> holds. Several threads may do so at once.</summary>
    public StageResult<Note> Parse(SourceFile file) =>
        file.Path.IsCanvas ? _canvases.Parse(file) : file.Path.IsBase ? BaseParser.Parse(file) : _notes.Parse(file);
}
