using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;
using Transformers.Model;
using Transformers.Parsing;
using Transformers.Parsing.Canvases;
using Transformers.Text;
using Transformers.Vaults;

namespace Transformers.Tests.Parsing.Canvases;

public sealed class CanvasBoundsTests
{
    /// <summary>A second or two on an idle machine; what is not linear takes hours.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    [Fact]
    public void Any_text_is_a_canvas_or_is_reported()
    {
        var token = OneOf("{", "}", "[", "]", ",", ":", "\"nodes\":[", "\"edges\"", "\"id\":\"a\"", "\"type\":\"text\"", "\"text\":\"# [[x]]\\ud800\\n\"", "1e999", "-1", "null", "\"", "\\u0000", "é", "\n", "/*", "//");

        Gen.Select(token.Array[0, 40], Gen.String).Sample((tokens, text) =>
        {
            Parse(string.Concat(tokens));
            Parse(text);
            Parse("{\"nodes\":[{\"id\":\"a\",\"type\":\"text\",\"text\":" + System.Text.Json.JsonSerializer.Serialize(text) + "}]}");
        }, iter: 2000);
    }

    [Fact]
    public void Whatever_the_numbers_the_drawing_is_finite()
    {
        var number = OneOf("0", "-5", "1e308", "-1e308", "1e-320", "1e999", "\"NaN\"", "\"Infinity\"", "null", "[]", "12.5", "2147483648");
        var type = OneOf("text", "group", "link", "file");
        var node = Gen.Select(type, number, number, number, number, (kind, x, y, width, height) =>
            $$"""{"id":"{{kind}}","type":"{{kind}}","text":"t","file":"f","url":"https://x.y","x":{{x}},"y":{{y}},"width":{{width}},"height":{{height}}}""");

        node.Array[1, 8].Sample(nodes =>
        {
            var html = Encoding.UTF8.GetString(Parse($$"""{"nodes":[{{string.Join(',', nodes)}}],"edges":[{"fromNode":"text","toNode":"group"},{"fromNode":"file","toNode":"file"}]}""").Body.Html.Span);
            Assert.DoesNotMatch("NaN|∞|Infinity|E[+]", html.Split("canvas-list")[0]);
        }, iter: 1000);
    }

    [Fact]
    public void Slots_are_in_order_and_within_the_body()
    {
        var body = Parse("""{"nodes":[{"id":"a","type":"text","text":"[[x]] ![[y]] #t ^b"},{"id":"b","type":"file","file":"z.png"},{"id":"c","type":"group","background":"z.png"}],"edges":[{"fromNode":"a","toNode":"b"}]}""").Body;

        var end = 0;
        foreach (var slot in body.Slots)
        {
            Assert.True(slot.Offset >= end);
            end = slot.Offset + slot.Length;
        }

        Assert.True(end <= body.Html.Length);
        Assert.True(body.Embedded.End < body.Html.Length);
    }

    [Theory]
    [InlineData("{\"id\":\"#\",\"type\":\"group\",\"x\":0,\"y\":0,\"width\":9,\"height\":9},", "")]
    [InlineData("{\"id\":\"#\",\"type\":\"group\",\"x\":#,\"y\":#,\"width\":1#,\"height\":1#},", "")]
    [InlineData("{\"id\":\"#\",\"type\":\"text\",\"text\":\"[[a]]\\n\\u0041\"},", "{\"fromNode\":\"1\",\"toNode\":\"#\"},")]
    [InlineData("[", "[")]
    [InlineData("{\"nodes\":", "")]
    public void A_hundred_thousand_of_anything_take_a_moment(string node, string edge)
    {
        var text = new StringBuilder("{\"nodes\":[");
        for (var i = 0; i < 100_000; i++) text.Append(node.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        text.Append("],\"edges\":[");
        for (var i = 0; i < 100_000; i++) text.Append(edge.Replace("#", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        text.Append("]}");

        var watch = Stopwatch.StartNew();
        var note = Parse(text.ToString());

        Assert.True(watch.Elapsed < Moment, $"{watch.Elapsed}");
        Assert.True(note.Body.Html.Length < 20 << 20);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("![[")]
    [InlineData("> ")]
    [InlineData("\\\\")]
    [InlineData("a b ")]
    [InlineData("\\u0041")]
    [InlineData("- a\\n")]
    public void A_card_of_a_megabyte_takes_a_moment(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, (1 << 20) / part.Length));

        var watch = Stopwatch.StartNew();
        Parse($$"""{"nodes":[{"id":"a","type":"text","text":"{{text}}","width":1000000,"height":1000000}]}""");

        Assert.True(watch.Elapsed < Moment, $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("one two three", 64, 3, "one two|three")]
    [InlineData("one two three", 64, 1, "one…")]
    [InlineData("Donaudampfschifffahrt", 64, 9, "Donaud|ampfsc|hifffahrt")]
    [InlineData("言葉の間", 34, 9, "言葉|の間")]
    [InlineData("", 60, 9, "")]
    [InlineData("x", 0, 9, "x")]
    public void Text_is_broken_into_lines_at_blanks_and_where_it_must_within_words(string text, double width, int most, string expected)
    {
        Assert.Equal(expected, string.Join('|', TextWrap.Lines(text, width, 16, most)));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Note Parse(string text) => new CanvasParser(Configuration.Default).Parse(new SourceFile(SourcePath.Parse("a.canvas"), text)).Value;
}
