using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Transformers.Rendering.Templates;

/// <summary><c>include "name.html"</c>: runs another template in place, straight into the output, with the same variables.</summary>
internal sealed class IncludeFunction(TemplateSet templates) : IScriptCustomFunction
{
    public int RequiredParameterCount => 1;

    public int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "name");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var name = arguments[0] as string ?? "";
        var template = templates.Find(name) ?? throw new ScriptRuntimeException(callerContext?.Span ?? default, $"There is no template '{name}'.");
        context.EnterRecursive(callerContext);
        context.Evaluate(template.Page!);
        context.ExitRecursive(callerContext);
        return null;
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));
}
