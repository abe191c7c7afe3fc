using Transformers.Tests.Support;

namespace Transformers.Tests.Catalogue;

public class SameWorkTests
{
    [Fact]
    public void Each_entry_of_a_work_names_every_other_place()
    {
        var found = TestCatalogue.Read(
            ("a.md", "- #PAPER [P](https://arxiv.org/abs/1706.03762)\n\n- #PAPER [P](https://arxiv.org/pdf/1706.03762)"),
            ("b.md", "text\n- #PAPER [P](https://arxiv.org/abs/1706.03762v2)")).Diagnostics;

        Assert.Equal(
        [
            "a.md:1:1: info KB006: 'P' is listed at 'a.md' line 3 and 'b.md' line 2 too. Keep one, and embed or link it elsewhere.",
            "a.md:3:1: info KB006: 'P' is listed at 'a.md' line 1 and 'b.md' line 2 too. Keep one, and embed or link it elsewhere.",
            "b.md:2:1: info KB006: 'P' is listed at 'a.md' line 1 and 'a.md' line 3 too. Keep one, and embed or link it elsewhere.",
        ], found.Select(diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [InlineData("Patches are all you need (Trockman 2021)", "Patches Are All You Need? (Trockman 2022)", true)]
    [InlineData("Patches are all you need (Trockman 2021)", "Patches are all you need", false)]
    [InlineData("Patches are all you need (Trockman 2021)", "Patches are all you need (2021)", true)]
    [InlineData("Patches are all you need (Trockman 2021)", "Patches are all you need (Li 2021)", false)]
    [InlineData("Patches are all you need (Trockman 2016)", "Patches are all you need (Trockman 2021)", false)]
    [InlineData("Deep learning (LeCun 2015)", "Deep learning (LeCun 2015)", false)]
    [InlineData("Introduction to Artificial Intelligence", "Introduction to artificial intelligence", false)]
    [InlineData("Machine Learning and Causal Inference: A Short Course", "Machine learning and causal inference: a short course", true)]
    public void Works_under_two_addresses_that_have_one_title_and_do_not_contradict_each_other_are_perhaps_one(string one, string other, bool expected)
    {
        var found = TestCatalogue.Read(("a.md", $"- #PAPER [{one}](https://x.org/1)\n- #PAPER [{other}](https://x.org/2)")).Diagnostics;

        Assert.Equal(expected ? ["KB018", "KB018"] : [], found.Select(diagnostic => diagnostic.Rule.Code));
    }

    [Fact]
    public void What_is_perhaps_the_same_is_told_with_its_place()
    {
        var found = TestCatalogue.Read(("a.md", "- #PAPER [Patches are enough (Li 2021)](https://x.org/1)\n- #TALK [Patches are enough (Li 2021)](https://x.org/2)\n- #PAPER [Patches are enough (Li 2022)](https://x.org/3)")).Diagnostics;

        Assert.Equal(
        [
            "a.md:1:1: info KB018: 'Patches are enough' is perhaps also 'a.md' line 3, under another address. If it is, give both one address, or keep one.",
            "a.md:3:1: info KB018: 'Patches are enough' is perhaps also 'a.md' line 1, under another address. If it is, give both one address, or keep one.",
        ], found.Select(diagnostic => diagnostic.ToString()));
    }
}
