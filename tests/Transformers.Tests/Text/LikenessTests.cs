using CsCheck;
using Transformers.Text;

namespace Transformers.Tests.Text;

public class LikenessTests
{
    [Theory]
    [InlineData("Trasnformers", "Transformers")] // two neighbours swapped count once
    [InlineData("attension", "Attention")]
    [InlineData("transformer", "Transformers")]
    [InlineData("naive bayes", "Naïve Bayes")]
    [InlineData("old/bert", "models/BERT")] // the right name in the wrong folder
    [InlineData("models/brt", "models/BERT")]
    [InlineData("dpt", "dpt-large")] // the beginning
    public void What_was_meant_is_found(string wanted, string expected) =>
        Assert.Equal([expected], Likeness.Closest(wanted, ["Transformers", "Attention", "Naïve Bayes", "models/BERT", "dpt-large", "Vision"], 1));

    [Fact]
    public void The_best_come_first_and_equally_good_ones_in_ordinal_order() =>
        Assert.Equal(
            ["Bert", "x/bert", "bart", "beet", "bert-large"],
            Likeness.Closest("bert", ["beet", "gpt", "bert-large", "x/bert", "bart", "best-of", "bart", "Bert", "vert"], 5));

    [Theory]
    [InlineData("", "a")]
    [InlineData("xyz", "abc")]
    [InlineData("bert", "gpt")]
    [InlineData("ab", "cd")]
    public void What_is_too_far_away_is_not_offered(string wanted, string candidate) =>
        Assert.Empty(Likeness.Closest(wanted, [candidate], 3));

    [Fact]
    public void Candidates_are_ranked_by_edits()
    {
        var names = Gen.OneOf(Gen.Char['a', 'd'].Array[1, 14], Gen.Char['a', 'b'].Array[20, 36]).Select(letters => new string(letters));
        Gen.Select(names, names.Array[1, 12]).Sample(
            (wanted, candidates) =>
            {
                var limit = wanted.Length < 2 ? 0 : Math.Clamp(wanted.Length / 3, 1, 8);
                var expected = candidates.Distinct(StringComparer.Ordinal)
                    .Select(c => (Edits: IsLonger(c, wanted) ? 1 : Edits(wanted, c), Text: c))
                    .Where(c => c.Edits <= limit)
                    .OrderBy(c => c.Edits).ThenBy(c => c.Text, StringComparer.Ordinal)
                    .Take(4).Select(c => c.Text);
                Assert.Equal(expected, Likeness.Closest(wanted, candidates, 4), StringComparer.Ordinal);
            },
            iter: 20_000);
    }

    private static bool IsLonger(string candidate, string wanted) =>
        wanted.Length > 2 && candidate.Length > wanted.Length && candidate.StartsWith(wanted, StringComparison.Ordinal);

    /// <summary>The definition, without any short cut.</summary>
    private static int Edits(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }

                edits[i, j] = Math.Min(
                    edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                    Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }

        return edits[a.Length, b.Length];
    }
}
