using System.Buffers;
using System.Collections.Concurrent;
using Scriban.Runtime;

namespace Transformers.Rendering.Templates;

/// <summary>The templates that print no more than what many pages have in common, each run once for all of them.</summary>
/// <param name="templates">The theme's.</param>
/// <param name="variables">What they see.</param>
internal sealed class SharedParts(TemplateSet templates, ScriptObject variables)
{
    private readonly ConcurrentDictionary<string, Html> _parts = new(StringComparer.Ordinal);

    /// <summary>What a template prints.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="TemplateException">There is no such template, or it asks for what not all of the pages have, or fails otherwise.</exception>
    public Html Of(string name) => _parts.GetOrAdd(name, Run);

    private Html Run(string name)
    {
        var part = new ArrayBufferWriter<byte>();
        templates.Render(name, variables, this, part);
        return new(output => output.Write(part.WrittenSpan));
    }
}
