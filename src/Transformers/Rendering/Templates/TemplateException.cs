namespace Transformers.Rendering.Templates;

/// <summary>A template that can't be read or run: the owner's mistake, not an author's.</summary>
/// <param name="message">The template, line and column, and what is wrong.</param>
public sealed class TemplateException(string message) : Exception(message);
