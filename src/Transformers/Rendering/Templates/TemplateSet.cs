using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Transformers.Rendering.Templates;

/// <summary>The templates of a theme, parsed once and shared by all threads.</summary>
internal sealed class TemplateSet
{
    private readonly FrozenDictionary<string, Template> _templates;

    // No bag: its threads keep what is in it, and by that these templates, for ever.
    private readonly ConcurrentQueue<HtmlTemplateContext> _contexts = [];

    /// <summary>Parses the templates.</summary>
    /// <param name="files">Their texts by name, e.g. <c>note.html</c>.</param>
    /// <exception cref="TemplateException">One of them is not a Scriban template.</exception>
    public TemplateSet(ImmutableDictionary<string, byte[]> files) =>
        _templates = files
            .Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal))
            .ToFrozenDictionary(file => file.Key, file => Parse(file.Key, Encoding.UTF8.GetString(file.Value)), StringComparer.Ordinal);

    /// <summary>A template by its name, or null.</summary>
    public Template? Find(string name) => _templates.GetValueOrDefault(name);

    /// <summary>Runs a template.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="variables">What it sees.</param>
    /// <param name="shared">What it has in common with other pages.</param>
    /// <param name="output">Where the page goes, UTF-8.</param>
    /// <exception cref="TemplateException">The template asks for what is not there, or fails otherwise.</exception>
    public void Render(string name, ScriptObject variables, SharedParts shared, IBufferWriter<byte> output)
    {
        var template = Find(name) ?? throw new TemplateException($"There is no template '{name}'.");
        if (!_contexts.TryDequeue(out var context)) context = new HtmlTemplateContext(this);
        context.Shared = shared;
        context.PushOutput(new Utf8Output(output));
        context.PushGlobal(variables);
        try
        {
            context.Evaluate(template.Page!);
        }
        catch (ScriptRuntimeException e)
        {
            throw e.InnerException as TemplateException ?? new TemplateException($"{e.Span.FileName}:{e.Span.Start.Line + 1}:{e.Span.Start.Column + 1}: {e.OriginalMessage}");
        }

        // A context that failed is in no known state and is not used again.
        context.PopGlobal();
        context.PopOutput();
        context.Shared = null;
        _contexts.Enqueue(context);
    }

    private static Template Parse(string name, string text)
    {
        var template = Template.Parse(text, name);
        return !template.HasErrors ? template : throw new TemplateException(string.Join('\n', template.Messages.Select(Describe)));
    }

    private static string Describe(LogMessage message) =>
        $"{message.Span.FileName}:{message.Span.Start.Line + 1}:{message.Span.Start.Column + 1}: {message.Message}";
}
