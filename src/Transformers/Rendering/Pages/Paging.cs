using Scriban.Runtime;
using Transformers.Linking;
using Transformers.Text;

namespace Transformers.Rendering.Pages;

/// <summary>What <c>pages.html</c> needs on the pages of a long list.</summary>
internal static class Paging
{
    /// <summary>Adds <c>page_number</c>, <c>page_count</c>, <c>previous</c> and <c>next</c> to a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="first">The first page; the others are at <see cref="AddressBook.PageOf"/>.</param>
    /// <param name="number">The page's place, from 0.</param>
    /// <param name="count">How many pages there are.</param>
    /// <param name="links">The page's links.</param>
    public static ScriptObject Paged(this ScriptObject record, SiteAddress first, int number, int count, PageLinks links)
    {
        record.SetValue("page_number", number + 1, readOnly: true);
        record.SetValue("page_count", count, readOnly: true);
        record.SetValue("previous", number > 0 ? links.To(AddressBook.PageOf(first, number - 1)) : null, readOnly: true);
        record.SetValue("next", number + 1 < count ? links.To(AddressBook.PageOf(first, number + 1)) : null, readOnly: true);
        return record;
    }
}
