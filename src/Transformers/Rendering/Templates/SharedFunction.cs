using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Transformers.Rendering.Templates;

/// <summary><c>shared "name.html"</c>: what another template prints that sees no more than what pages have in common, and so is run once for many.</summary>
internal sealed class SharedFunction : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "name");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ((HtmlTemplateContext)context).Shared!.Of(arguments[0] as string ?? "");

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
