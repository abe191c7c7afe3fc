using System.Collections.Immutable;
using System.Diagnostics;
using CsCheck;
using Transformers.Bases;
using Transformers.Linking;
using Transformers.Model;
using Transformers.Parsing;
using Transformers.Parsing.Bases;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Bases;

public sealed class FormulaTests
{
    private const string Note = """
        ---
        price: 2.5
        age: 2
        status: done
        due: 2024-05-01
        authors: ["[[Ann]]", Bob]
        empty:
        tags: [book, thesis/phd]
        "with space": 1
        nested: {a: {b: 7}}
        ---
        [[Ann]] #inline ![[Plot.canvas]]
        """;

    [Theory]

    // Literals and operators
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("10 - 2 - 3", "5")]
    [InlineData("7 % 4 / 2", "1.5")]
    [InlineData("-price + 1", "-1.5")]
    [InlineData("1 / 0", "")]
    [InlineData("'a' + \"b\\\"\" + 1 + true", "ab\"1true")]
    [InlineData("1 < 2 && 2 >= 2 || false", "true")]
    [InlineData("!(1 == 1) || 'x'", "x")]
    [InlineData("null == missing", "true")]
    [InlineData("'5' == 5", "false")]
    [InlineData("1 < 'a'", "false")]
    [InlineData("[1, [2, 3]].flat()", "1, 2, 3")]

    // Properties
    [InlineData("price", "2.5")]
    [InlineData("PRICE", "2.5")]
    [InlineData("note.price", "2.5")]
    [InlineData("note[\"with space\"]", "1")]
    [InlineData("nested.a.b", "7")]
    [InlineData("nested['a']['b']", "7")]
    [InlineData("authors[1]", "Bob")]
    [InlineData("authors[9]", "")]
    [InlineData("missing.more.still", "")]
    [InlineData("file.name", "My note.md")]
    [InlineData("file.basename", "My note")]
    [InlineData("file.path", "in/My note.md")]
    [InlineData("file.folder", "in")]
    [InlineData("file.ext", "md")]
    [InlineData("file.tags", "#book, #thesis/phd, #inline")]
    [InlineData("file.links", "Ann, Ann, Plot.canvas")]
    [InlineData("file.embeds", "Plot.canvas")]
    [InlineData("this.file.name", "Page.md")]
    [InlineData("this.colour", "red")]

    // Functions
    [InlineData("if(status == 'done', 'yes', 'no')", "yes")]
    [InlineData("if(missing, 1)", "")]
    [InlineData("list('a').length", "1")]
    [InlineData("list(authors).length", "2")]
    [InlineData("number('3.4') + number(true)", "4.4")]
    [InlineData("number('x')", "")]
    [InlineData("max(1, 5, 3) - min([4, 2])", "3")]
    [InlineData("link('Ann', 'Her')", "Her")]
    [InlineData("file('Ann').path", "Ann.md")]
    [InlineData("escapeHTML('<b>')", "&lt;b&gt;")]

    // Methods
    [InlineData("'hello'.contains('ell')", "true")]
    [InlineData("'hello'.containsAll('h', 'x')", "false")]
    [InlineData("'hello'.containsAny('h', 'x')", "true")]
    [InlineData("'hello'.startsWith('he') && 'hello'.endsWith('lo')", "true")]
    [InlineData("'hello'.slice(1, -1)", "ell")]
    [InlineData("'hello'.slice(3, 1)", "")]
    [InlineData("'hello'.reverse().upper()", "OLLEH")]
    [InlineData("'hello world'.title()", "Hello World")]
    [InlineData("'a:b:c'.replace(':', '-')", "a-b-c")]
    [InlineData("'a,b,c'.split(',', 2)", "a, b")]
    [InlineData("' a '.trim().repeat(2)", "aa")]
    [InlineData("'héllo'.length", "5")]
    [InlineData("''.isEmpty() && missing.isEmpty() && empty.isEmpty() && !5.isEmpty()", "true")]
    [InlineData("(2.5).round() + (-2.5).round()", "1")]
    [InlineData("(2.3333).round(2)", "2.33")]
    [InlineData("3.14159.toFixed(2)", "3.14")]
    [InlineData("price.ceil() + price.floor() + (-1).abs()", "6")]
    [InlineData("[3, 1, 2, 1].unique().sort().join('<')", "1<2<3")]
    [InlineData("[1, 2, 3, 4].filter(value > 2).map(value * 10 + index)", "30, 41")]
    [InlineData("[1, 2, 3].reduce(acc + value, 0)", "6")]
    [InlineData("[1, 2].map([10, 20].map(value).join('+') + value)", "10+201, 10+202")]
    [InlineData("[1, 2, 3].reverse().slice(0, 2)", "3, 2")]
    [InlineData("authors.contains('Bob') && authors.contains(link('Ann')) && authors.contains(file('Ann'))", "true")]
    [InlineData("missing.contains('x')", "false")]
    [InlineData("tags.contains('book')", "true")]
    [InlineData("file.hasTag('x', 'thesis') && !file.hasTag('boo')", "true")]
    [InlineData("file.inFolder('in') && !file.inFolder('i')", "true")]
    [InlineData("file.hasLink('Ann') && file.hasLink(file('Ann')) && !file.hasLink('Page')", "true")]
    [InlineData("file.hasProperty('price') && !file.hasProperty('missing')", "true")]
    [InlineData("file.asLink('Here')", "Here")]
    [InlineData("authors[0].asFile().path", "Ann.md")]
    [InlineData("file('Ann').file.backlinks", "My note")]
    [InlineData("nested.keys()", "a")]
    [InlineData("price.isType('number') && status.isType('string') && due.isType('date')", "true")]

    // Dates
    [InlineData("due", "2024-05-01")]
    [InlineData("due.year + due.month", "2029")]
    [InlineData("due > date('2024-04-30') && due < '2025-01-01' && due == '2024-05-01'", "true")]
    [InlineData("date('2024-12-01') + '1M' + '4h' + '3m'", "2025-01-01 04:03:00")]
    [InlineData("due - '1 week'", "2024-04-24")]
    [InlineData("date('2024-05-02') - due", "86400000")]
    [InlineData("due + duration('1d') * 2", "2024-05-03")]
    [InlineData("due.format('D MMMM YYYY [at] HH:mm, ddd')", "1 May 2024 at 00:00, Wed")]
    [InlineData("date('2024-05-01 13:02:03').time() + date('2024-05-01 13:02').date()", "13:02:032024-05-01")]
    [InlineData("date('no')", "")]
    [InlineData("date('9999-12-31') + '9y'", "")]
    public void A_formula_has_a_value(string formula, string expected)
    {
        Assert.Equal(expected, Evaluate(formula).ToString());
    }

    [Theory]
    [InlineData("now()", "now()")]
    [InlineData("date('2024-01-01') < today()", "today()")]
    [InlineData("file.mtime > 1", "file.mtime")]
    [InlineData("this.file.ctime", "file.ctime")]
    [InlineData("'a'.frobnicate(1)", "frobnicate()")]
    [InlineData("image('x')", "image()")]
    [InlineData("/a+/.matches('a')", "a regular expression")]
    [InlineData("{'a': 1}", "an object { … }")]
    [InlineData("1 +", null)]
    [InlineData("'open", null)]
    [InlineData("a b", null)]
    [InlineData("(1", null)]
    [InlineData("", null)]
    [InlineData("a = 1", null)]
    public void What_is_not_supported_is_named(string formula, string? expected)
    {
        Assert.Equal(expected, Assert.Throws<UnsupportedExpressionException>(() => ExpressionParser.Parse(formula)).What);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("1+")]
    [InlineData("a.")]
    [InlineData("a[")]
    [InlineData("if(")]
    public void A_formula_nests_only_so_deep(string part)
    {
        Assert.Throws<UnsupportedExpressionException>(() => ExpressionParser.Parse(string.Concat(Enumerable.Repeat(part, 2000)) + "1"));
    }

    [Theory]
    [InlineData("'x'.repeat(10000).split('').map('x'.repeat(10000).split('').map(value + value.repeat(9999)))")]
    [InlineData("list(1).map([1,1].flat()).reduce([acc, acc], 1)")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaa'.split('').reduce(acc + acc, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.split('').reduce([acc, acc], [1]).toString()")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.split('').reduce([acc, acc], [1]).flat().flat() == 1")]
    [InlineData("'ab'.repeat(9999).replace('a', 'b'.repeat(10000))")]
    [InlineData("'x'.repeat(5000).split('').unique().sort().contains('y')")]
    [InlineData("'x'.repeat(1e9)")]
    public void A_hostile_formula_comes_to_an_end(string formula)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            Evaluate(formula);
        }
        catch (UnsupportedExpressionException)
        {
            // As good an end.
        }

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");
    }

    [Fact]
    public void Any_text_is_a_formula_with_a_value_or_is_not_supported()
    {
        string[] words = ["price", "authors", "file", ".", "(", ")", "[", "]", ",", "+", "-", "==", "<", "!", "&&", "'a'", "1", "due", "tags", "map(value", "this", "note", "formula", "slice(", "nested", "if(", "reduce(acc,", "date('2024-01-01')", "'1M'", "/", "%", "length", "unique()", "null"];
        var world = World();

        Gen.Select(Gen.Int[0, words.Length - 1].Array[0, 14], Gen.String).Sample((some, text) =>
        {
            foreach (var formula in new[] { string.Concat(some.Select(i => words[i])), text })
            {
                try
                {
                    _ = Evaluate(formula, world).ToString();
                }
                catch (UnsupportedExpressionException)
                {
                    // That is the other outcome.
                }
            }
        }, iter: 20_000);
    }

    [Fact]
    public void Every_function_in_the_vocabulary_does_something()
    {
        var world = World();
        string[] targets = ["'a'", "1.5", "[1]", "due", "file", "file.asLink()", "nested"];
        string[] arguments = ["", "'a'", "1", "value", "file"];

        foreach (var method in BaseVocabulary.Methods)
        {
            Assert.Contains(targets, target => arguments.Any(argument => !Evaluate($"{target}.{method}({argument})", world).IsEmpty || method is "filter"));
        }

        foreach (var function in BaseVocabulary.Functions.Where(name => name != "if"))
        {
            Assert.Contains(["'a'", "1", "'2024-01-01'", "'1d'", "'Ann'"], argument => !Evaluate($"{function}({argument})", world).IsEmpty);
        }
    }

    private static BaseValue Evaluate(string formula) => Evaluate(formula, World());

    private static BaseValue Evaluate(string formula, (BaseWorld World, Note Note, Note Page) at)
    {
        var evaluator = new BaseEvaluator(at.World, ImmutableDictionary<string, BaseExpression>.Empty, at.Page);
        evaluator.Enter(at.Note);
        return evaluator.Evaluate(ExpressionParser.Parse(formula));
    }

    private static (BaseWorld World, Note Note, Note Page) World()
    {
        var parser = new PageParser(Configuration.Default);
        var notes = new[] { ("Ann.md", ""), ("Page.md", "---\ncolour: red\n---"), ("Plot.canvas", "{}"), ("in/My note.md", Note) }
            .Select(file => parser.Parse(new SourceFile(SourcePath.Parse(file.Item1), file.Item2)).Value)
            .ToImmutableArray();
        var graph = LinkResolver.Resolve(new Publication(notes, []), []).Value;
        return (new BaseWorld(notes, graph), notes[3], notes[1]);
    }
}
