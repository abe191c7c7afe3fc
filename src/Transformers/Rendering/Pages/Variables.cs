using Scriban.Runtime;

namespace Transformers.Rendering.Pages;

/// <summary>Makes the records that templates see, without reflection.</summary>
internal static class Variables
{
    /// <summary>A record.</summary>
    public static ScriptObject Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var record = new ScriptObject(members.Length);
        foreach (var (name, value) in members) record.SetValue(name, value, readOnly: true);
        return record;
    }

    /// <summary>The text of a member; null where it is absent or says nothing.</summary>
    public static string? TextOf(ScriptObject record, string name) =>
        record.TryGetValue(name, out var value) && value is string { Length: > 0 } text ? text : null;

    /// <summary>A list.</summary>
    public static ScriptArray List(IEnumerable<object?> items)
    {
        var list = new ScriptArray();
        foreach (var item in items) list.Add(item);
        return list;
    }
}
