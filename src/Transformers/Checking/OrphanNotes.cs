using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Checking;

/// <summary>Finds notes that a reader who follows links never reaches.</summary>
internal static class OrphanNotes
{
    /// <summary>No other note links here, and it is no folder's page.</summary>
    public static readonly DiagnosticRule Rule = new("KB023", Severity.Info, "Note that no other note links to");

    /// <summary>One finding a note; none in a vault without a home page, whose readers begin with the list of all notes.</summary>
    public static IEnumerable<Diagnostic> Check(CheckedSite site)
    {
        if (!site.Addresses.FolderNotes.ContainsKey("")) return [];
        var folderPages = site.Addresses.FolderNotes.Values.Select(note => note.Path).ToHashSet();
        return from note in site.Notes
               where note.Path.IsNote && !folderPages.Contains(note.Path) && site.Graph.To(note).All(link => link.From.Path == note.Path)
               select Rule.At(note.Path, SourceRange.FileStart, $"No other note links to '{note.Title}'; link it where a reader would look for it.");
    }
}
