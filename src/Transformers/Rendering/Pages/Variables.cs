using Scriban.Runtime;

namespace Transformers.Rendering.Pages;

/// <summary>Makes the records that templates see, without reflection.</summary>
internal static class Variables
{
    /// <summary>A record.</summary>
    public static ScriptObject Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var record = new ScriptObject();
        foreach (var (name, value) in members) record.SetValue(name, value, readOnly: true);
        return record;
    }

    /// <summary>A list.</summary>
    public static ScriptArray List(IEnumerable<object?> items)
    {
        var list = new ScriptArray();
        foreach (var item in items) list.Add(item);
        return list;
    }
}
