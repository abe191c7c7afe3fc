using CsCheck;
using Transformers.Model;
using Transformers.Parsing.Entries;
using Transformers.Text;

namespace Transformers.Tests.Parsing.Entries;

public class CitationReaderTests
{
    private static string Show(Citation c) => $"{c.Title}|{string.Join(';', c.Authors)}|{c.Year}|{c.Publisher}";

    [Theory]
    [InlineData("Attention Is All You Need (Vaswani 2017)", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Attention Is All You Need (Vaswani, 2017)", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Attention Is All You Need (Vaswani et al. 2017)", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Attention Is All You Need (Vaswani et al., 2017)", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Attention Is All You Need (Vaswani & Shazeer 2017)", "Attention Is All You Need|Vaswani;Shazeer|2017|")]
    [InlineData("Attention Is All You Need (Vaswani, Shazeer and Parmar 2017)", "Attention Is All You Need|Vaswani;Shazeer;Parmar|2017|")]
    [InlineData("Attention Is All You Need (Ashish Vaswani 2017a)", "Attention Is All You Need|Ashish Vaswani|2017|")]
    [InlineData("Attention Is All You Need (2017)", "Attention Is All You Need||2017|")]
    [InlineData("Attention Is All You Need (2017).", "Attention Is All You Need (2017).|||")]
    [InlineData("Attention Is All You Need ( Vaswani 2017 ): ", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Attention Is All You Need (Vaswani 2017))", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Attention Is All You Need (by Vaswani, 2017)", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Convex optimisation (Boyd, S & Parikh 2013)", "Convex optimisation|Boyd, S;Parikh|2013|")]
    [InlineData("Attention Is All You Need (Vaswani & al., 2017)", "Attention Is All You Need|Vaswani|2017|")]
    [InlineData("Attention Is All You Need (Vaswani, in press)", "Attention Is All You Need|Vaswani||")]
    [InlineData("Attention Is All You Need (Vaswani & Shazeer in press)", "Attention Is All You Need|Vaswani;Shazeer||")]
    [InlineData("Attention Is All You Need (Vaswani et al., n.d.)", "Attention Is All You Need|Vaswani||")]
    [InlineData("Attention Is All You Need (Vaswani, NeurIPS, forthcoming)", "Attention Is All You Need|Vaswani||NeurIPS")]
    public void A_citation_ends_a_paper(string text, string expected) => Assert.Equal(expected, Show(CitationReader.Read(text, null, "paper")));

    [Theory]
    [InlineData("Build a Large Language Model (From Scratch) (Raschka 2024)", "Build a Large Language Model (From Scratch)|Raschka|2024|")]
    [InlineData("Deep Learning (Adaptive Computation) (Goodfellow, 2016)", "Deep Learning (Adaptive Computation)|Goodfellow|2016|")]
    public void Brackets_before_a_whole_citation_belong_to_the_title(string text, string expected) => Assert.Equal(expected, Show(CitationReader.Read(text, null, "book")));

    [Theory]
    [InlineData("d'ascoli")]
    [InlineData("van der Wilk")]
    [InlineData("Ben-Nun")]
    [InlineData("O’Gorman")]
    [InlineData("Baño-Medina")]
    [InlineData("Lai H. Le")]
    [InlineData("Gagne II")]
    [InlineData("МакКалок")]
    [InlineData("山田")]
    [InlineData("Manning")]
    [InlineData("LeCun")]
    [InlineData("Siam")]
    [InlineData("O'Reilly")]
    public void Names_have_many_shapes(string name) => Assert.Equal([name], CitationReader.Read($"A title ({name} 2020)", null, "paper").Authors);

    [Theory]
    [InlineData("Generative Pretraining (GPT)")]
    [InlineData("Compact Convolutional Transformers (CCT)")]
    [InlineData("Redes neuronales (in Spanish)")]
    [InlineData("Linear algebra (Part 1)")]
    [InlineData("Linear algebra (in press)")]
    [InlineData("Linear algebra (what to expect while it is in press)")]
    [InlineData("Layers (for TensorFlow 2.x)")]
    [InlineData("Rainfall over Europe (1979-2019)")]
    [InlineData("Meeting (27-04-2020)")]
    [InlineData("A typo (Franch 202)")]
    [InlineData("Far future (Asimov 2987)")]
    [InlineData("Blade Runner 2049")]
    [InlineData("Unbalanced (Vaswani 2017")]
    [InlineData("Models (with Keras)")]
    [InlineData("Deep Image Prior (Deep Image Prior 2018)")]
    public void Brackets_that_cite_nobody_belong_to_the_title(string text) => Assert.Equal($"{text}|||", Show(CitationReader.Read(text, null, "paper")));

    [Theory]
    [InlineData("talk", "Creating human-level AI (Bengio)", "Creating human-level AI|Bengio||")]
    [InlineData("talk", "SVD (MIT, Gilbert Strang)", "SVD|Gilbert Strang||MIT")]
    [InlineData("talk", "Code review (Rose, PyCon 2017)", "Code review|Rose|2017|PyCon")]
    [InlineData("talk", "Flows (ECCV2020 Tutorial)", "Flows||2020|ECCV")]
    [InlineData("talk", "Dask at scale | SciPy 2017 Tutorial | James Crist", "Dask at scale|James Crist|2017|SciPy")]
    [InlineData("talk", "A debate: Yoshua Bengio | Gary Marcus", "A debate: Yoshua Bengio | Gary Marcus|||")]
    [InlineData("talk", "Anomalies (VAEs)", "Anomalies (VAEs)|||")]
    [InlineData("talk", "An interview (Interview/podcast)", "An interview (Interview/podcast)|||")]
    [InlineData("talk", "Singular Value Decomposition (SVD)", "Singular Value Decomposition (SVD)|||")]
    [InlineData("course", "Machine Learning (CS229, Stanford)", "Machine Learning|||Stanford")]
    [InlineData("course", "Machine Learning (Stanford CS 324)", "Machine Learning|||Stanford")]
    [InlineData("course", "Deep models (Stanford CS236 - Fall 2021)", "Deep models||2021|Stanford")]
    [InlineData("course", "Earth data (Ryan Abernathey, Columbia University, 2021)", "Earth data|Ryan Abernathey|2021|Columbia University")]
    [InlineData("course", "Uncertainty (Buizza, ECMWF)", "Uncertainty|Buizza||ECMWF")]
    [InlineData("course", "Vision (Udacity, Georgia Tech)", "Vision|||Udacity, Georgia Tech")]
    [InlineData("course", "Agents - DeepLearning.AI", "Agents|||DeepLearning.AI")]
    [InlineData("course", "Machine Learning (GitOps)", "Machine Learning (GitOps)|||")]
    [InlineData("book", "Deep Learning (Goodfellow, 2016 MIT)", "Deep Learning|Goodfellow|2016|MIT")]
    [InlineData("book", "Going pro (Overton 2016, O'REILLY)", "Going pro|Overton|2016|O'REILLY")]
    [InlineData("book", "Earth sciences (Srivastava, CRC 2017)", "Earth sciences|Srivastava|2017|CRC")]
    [InlineData("book", "Retrieval (Manning 2009, CAMBRIDGE)", "Retrieval|Manning|2009|CAMBRIDGE")]
    [InlineData("book", "Ensembles (2018, ELSEVIER)", "Ensembles||2018|ELSEVIER")]
    [InlineData("book", "The guide (Booz Allen Hamilton Inc 2015)", "The guide||2015|Booz Allen Hamilton Inc")]
    [InlineData("code", "PyTorch (Facebook)", "PyTorch|||Facebook")]
    [InlineData("code", "Captum (pytorch)", "Captum (pytorch)|||")]
    [InlineData("code", "Models (Raschka)", "Models (Raschka)|||")]
    public void The_kind_tells_speakers_from_schools(string kind, string text, string expected) =>
        Assert.Equal(expected, Show(CitationReader.Read(text, null, kind)));

    [Theory]
    [InlineData("talk", "TALK")]
    [InlineData("thesis", "#THESIS/PHD")]
    public void A_kind_may_be_given_as_it_was_written(string kind, string written) =>
        Assert.Equal(Show(CitationReader.Read("X (Bengio)", null, kind)), Show(CitationReader.Read("X (Bengio)", null, written)));

    [Theory]
    [InlineData("deck.gl (Uber) - WebGL maps", "deck.gl - WebGL maps|||Uber")]
    [InlineData("Neurosymbolic AI (2020): An overview", "Neurosymbolic AI: An overview||2020|")]
    [InlineData("TruLens (tf.keras): Explainability", "TruLens (tf.keras): Explainability|||")]
    public void A_citation_may_stand_before_the_description(string text, string expected) =>
        Assert.Equal(expected, Show(CitationReader.Read(text, null, "code")));

    [Theory]
    [InlineData("TabNet", " (2015):", "TabNet||2015|")]
    [InlineData("TabNet", ". Author (2015)", "TabNet|Author|2015|")]
    [InlineData("TabNet", ", First & Second (2015) - and more", "TabNet|First;Second|2015|")]
    [InlineData("TabNet", " (Sultana, 2020) - a remark (2021)", "TabNet|Sultana|2020|")]
    [InlineData("TabNet", " - a remark (2021)", "TabNet|||")]
    [InlineData("TabNet", ". Editorial", "TabNet|||")]
    [InlineData("TabNet", " (not official)", "TabNet|||")]
    [InlineData("TabNet (Arik 2019)", " (2020)", "TabNet|Arik|2019|")]
    [InlineData("https://arxiv.org/abs/1908.07442", " (Arik 2019)", "|Arik|2019|")]
    public void A_citation_may_stand_behind_the_link(string text, string after, string expected) =>
        Assert.Equal(expected, Show(CitationReader.Read(text, after, "paper")));

    [Theory]
    [InlineData("[1908.07442] TabNet (arxiv.org)", "TabNet|||")]
    [InlineData("GitHub - owner/name: what it is (github.com)", "owner/name: what it is|||")]
    [InlineData("A talk - YouTube", "A talk|||")]
    [InlineData("A survey | SpringerLink", "A survey|||")]
    [InlineData("Search - ScienceDirect (2024)", "Search||2024|")]
    [InlineData("Models for medicine | Oxford Academic (oup.com)", "Models for medicine|||Oxford Academic")]
    public void A_browser_s_title_loses_the_site(string text, string expected) => Assert.Equal(expected, Show(CitationReader.Read(text, null, "paper")));

    [Theory]
    [InlineData("https://github.com/pytorch/pytorch")]
    [InlineData("www.example.org")]
    [InlineData("  ")]
    [InlineData("")]
    [InlineData("See")]
    [InlineData("See ResNet in")]
    [InlineData("See ^vit")]
    public void An_address_and_a_pointer_are_no_titles(string text) => Assert.Null(CitationReader.Read(text, null, "code").Title);

    [Theory]
    [InlineData("DETR - End-to-End Object Detection (Carion 2020)", "DETR", "DETR - End-to-End Object Detection")]
    [InlineData("Swin Transformer: Hierarchical Vision", "Swin Transformer", "Swin Transformer: Hierarchical Vision")]
    [InlineData("CollaGAN : Collaborative GAN", "CollaGAN", "CollaGAN : Collaborative GAN")]
    [InlineData("KAN 2.0: Networks Meet Science", "KAN 2.0", "KAN 2.0: Networks Meet Science")]
    [InlineData("TruLens (tf.keras): Explainability", "TruLens", "TruLens (tf.keras): Explainability")]
    [InlineData("A Survey of Very Many Things: Part two", null, "A Survey of Very Many Things: Part two")]
    [InlineData("Why me? Well: because", null, "Why me? Well: because")]
    [InlineData("Technical note: Surrogates", null, "Technical note: Surrogates")]
    [InlineData("Encoder-Decoder models", null, "Encoder-Decoder models")]
    [InlineData("A ratio of 1:2", null, "A ratio of 1:2")]
    public void A_short_title_is_the_name_in_front(string text, string? shortTitle, string title)
    {
        var citation = CitationReader.Read(text, null, "paper");

        Assert.Equal((shortTitle, title), (citation.ShortTitle, citation.Title));
    }

    [Fact]
    public void A_speaker_s_name_in_front_is_no_short_title() =>
        Assert.Null(CitationReader.Read("Jake VanderPlas - Visualization with Altair", null, "talk").ShortTitle);

    [Theory]
    [InlineData("A  title (Vaswani & Shazeer 2017)", null, "A  title", "Vaswani & Shazeer", "2017", "(Vaswani & Shazeer 2017)")]
    [InlineData("A title", ". Author (2015): x", "A title", "Author", "2015", "Author (2015)")]
    [InlineData("Pyro (Uber) - languages", null, "Pyro", null, null, "(Uber)")]
    public void Spans_say_where_the_parts_stand(string text, string? after, string title, string? authors, string? year, string whole)
    {
        var all = text + after;
        var citation = CitationReader.Read(text, after, "code");

        string? Cut(TextSpan? span) => span is { } s ? all.Substring(s.Start, s.Length) : null;
        Assert.Equal(
            [title, authors, year, whole],
            new[] { Cut(citation.TitleSpan), Cut(citation.AuthorsSpan), Cut(citation.YearSpan), Cut(citation.CitationSpan) });
    }

    [Fact]
    public void Any_text_is_read_and_spans_lie_within_it() =>
        Gen.Select(Text, Text, Gen.OneOf("paper", "talk", "course", "book", "")).Sample((text, after, kind) =>
        {
            var citation = CitationReader.Read(text, after, kind);
            foreach (var span in new[] { citation.TitleSpan, citation.AuthorsSpan, citation.YearSpan, citation.CitationSpan })
            {
                Assert.True(span is null || (span.Value.Start >= 0 && span.Value.Length > 0 && span.Value.End <= text.Length + after.Length));
            }

            Assert.InRange(citation.Year ?? 2000, 1500, 2100);
            Assert.NotEqual("", citation.Title, StringComparer.Ordinal);
            Assert.DoesNotContain("", citation.Authors, StringComparer.Ordinal);
        });

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("()")]
    [InlineData(" - ")]
    [InlineData("|")]
    [InlineData("(2020) ")]
    [InlineData("a and ")]
    [InlineData(" [2020.12345")]
    public void A_megabyte_takes_no_longer_than_it_must(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        CitationReader.Read(text, text, "talk");
        CitationReader.Read($"({text}", $"({text})", "paper");
    }

    /// <summary>Texts from the pieces that citations are made of, so that the reader is taken seriously.</summary>
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("(", ")", " ", "-", " - ", ": ", "|", ",", "&", " and ", "2017", "2020a", "Vaswani", "MIT", "PyCon", "et al.", "[", "]", "A title", "é", "\ud83e", "http://x.org", ".", "see"),
        Gen.String[0, 5]).Array[0, 12].Select(string.Concat);
}
