using System.Reflection;
using Transformers.Diagnostics;

namespace Transformers.Tests;

public sealed class RuleBookTests
{
    [Fact]
    public void It_holds_every_rule_of_every_stage_once()
    {
        var declared = typeof(RuleBook).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticRule))
            .Select(field => (DiagnosticRule)field.GetValue(null)!);

        Assert.Equal(declared.Select(rule => rule.Code).Order(), RuleBook.All.Select(rule => rule.Code).Order());
        Assert.Equal(RuleBook.All.Length, RuleBook.Codes.Count);
    }

    [Fact]
    public void Codes_are_KB_and_three_digits_and_titles_are_no_sentences() =>
        Assert.All(RuleBook.All, rule =>
        {
            Assert.Matches("^KB[0-9]{3}$", rule.Code);
            Assert.DoesNotMatch("[.!?]$", rule.Title);
        });
}
