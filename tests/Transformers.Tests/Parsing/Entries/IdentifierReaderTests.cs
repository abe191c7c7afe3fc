using CsCheck;
using Transformers.Parsing.Entries;

namespace Transformers.Tests.Parsing.Entries;

public class IdentifierReaderTests
{
    private static string Read(string url) => string.Join(' ', IdentifierReader.FromUrl(url));

    [Theory]
    [InlineData("https://arxiv.org/abs/1706.03762")]
    [InlineData("http://arxiv.org/abs/1706.03762v5")]
    [InlineData("https://arxiv.org/pdf/1706.03762")]
    [InlineData("https://www.arxiv.org/pdf/1706.03762v2.pdf#page=3")]
    [InlineData("https://arxiv.org/html/1706.03762v7?utm_source=x")]
    [InlineData("https://export.arxiv.org/abs/1706.03762")]
    [InlineData("https://arxiv.org/abs/1706.03762 ")]
    [InlineData("<https://arxiv.org/abs/1706.03762>")]
    [InlineData("https://arxiv.org/ftp/arxiv/papers/1706/1706.03762.pdf")]
    [InlineData("https://ar5iv.labs.arxiv.org/html/1706.03762")]
    [InlineData("https://ar5iv.org/abs/1706.03762")]
    [InlineData("https://www.alphaxiv.org/abs/1706.03762v7")]
    [InlineData("https://huggingface.co/papers/1706.03762")]
    [InlineData("arXiv:1706.03762")]
    public void One_paper_on_arXiv_has_many_addresses(string url) => Assert.Equal("arxiv:1706.03762", Read(url));

    [Theory]
    [InlineData("https://arxiv.org/abs/hep-th/9901001v2", "arxiv:hep-th/9901001")]
    [InlineData("https://arxiv.org/pdf/math.GT/0309136.pdf", "arxiv:math.gt/0309136")]
    [InlineData("https://arxiv.org/list/cs.LG/recent", "")]
    [InlineData("https://arxiv.org/a/smith_j_1", "")]
    [InlineData("https://notarxiv.org/abs/1706.03762", "")]
    public void Old_ids_count_and_lists_do_not(string url, string expected) => Assert.Equal(expected, Read(url));

    [Theory]
    [InlineData("https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O", "doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o")]
    [InlineData("https://doi.org/10.1038/S41561-020-0582-5", "doi:10.1038/s41561-020-0582-5")]
    [InlineData("http://dx.doi.org/10.5194/nhess-12-3519-2012", "doi:10.5194/nhess-12-3519-2012")]
    [InlineData("doi:10.1145/3448250", "doi:10.1145/3448250")]
    [InlineData("https://doi.org/10.48550/arXiv.1706.03762", "arxiv:1706.03762 doi:10.48550/arxiv.1706.03762")]
    [InlineData("https://www.nature.com/articles/s41586-020-2649-2#citeas", "doi:10.1038/s41586-020-2649-2")]
    [InlineData("https://www.nature.com/articles/s41586-020-2649-2.pdf", "doi:10.1038/s41586-020-2649-2")]
    [InlineData("https://www.nature.com/articles/nature14539", "doi:10.1038/nature14539")]
    [InlineData("https://www.nature.com/articles/s41599-021-00750-8", "doi:10.1057/s41599-021-00750-8")]
    [InlineData("https://dl.acm.org/doi/pdf/10.1145/3448250", "doi:10.1145/3448250")]
    [InlineData("https://dl.acm.org/doi/10.5555/3044805.3045025", "")]
    [InlineData("https://link.springer.com/article/10.1007%2Fs10596-019-09850-7", "doi:10.1007/s10596-019-09850-7")]
    [InlineData("https://link.springer.com/article/10.1007/s10618-020-00710-y/figures/1", "doi:10.1007/s10618-020-00710-y")]
    [InlineData("https://link.springer.com/chapter/10.1007/978-3-319-54184-6_12", "doi:10.1007/978-3-319-54184-6_12")]
    [InlineData("https://agupubs.onlinelibrary.wiley.com/doi/full/10.1029/2018GL080704", "doi:10.1029/2018gl080704")]
    [InlineData("https://rmets.onlinelibrary.wiley.com/doi/10.1002/qj.4235?af=R", "doi:10.1002/qj.4235")]
    [InlineData("https://journals.aps.org/rmp/abstract/10.1103/RevModPhys.91.045002", "doi:10.1103/revmodphys.91.045002")]
    [InlineData("https://iopscience.iop.org/article/10.1088/1748-9326/abe491/meta", "doi:10.1088/1748-9326/abe491")]
    [InlineData("https://www.frontiersin.org/articles/10.3389/fgene.2019.01110/full", "doi:10.3389/fgene.2019.01110")]
    [InlineData("https://jcheminf.biomedcentral.com/articles/10.1186/s13321-021-00538-8", "doi:10.1186/s13321-021-00538-8")]
    [InlineData("https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1.full.pdf", "doi:10.1101/2020.01.01.123456")]
    [InlineData("https://www.medrxiv.org/content/10.1101/2020.03.24.20042937v2", "doi:10.1101/2020.03.24.20042937")]
    [InlineData("https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0130140", "doi:10.1371/journal.pone.0130140")]
    [InlineData("https://academic.oup.com/jamia/advance-article-abstract/doi/10.1093/jamia/ocae045/7645318", "doi:10.1093/jamia/ocae045")]
    [InlineData("https://gmd.copernicus.org/articles/12/2797/2019/gmd-12-2797-2019.html", "doi:10.5194/gmd-12-2797-2019")]
    [InlineData("https://gmd.copernicus.org/preprints/gmd-2021-80/", "doi:10.5194/gmd-2021-80")]
    [InlineData("https://www.atmos-chem-phys.net/19/10009/2019/", "doi:10.5194/acp-19-10009-2019")]
    [InlineData("https://journals.ametsoc.org/view/journals/clim/29/11/jcli-d-15-0556.1.xml?tab_body=pdf", "doi:10.1175/jcli-d-15-0556.1")]
    [InlineData("https://zenodo.org/record/4607127#.YGTqgnX7RtM", "doi:10.5281/zenodo.4607127")]
    [InlineData("https://www.sciencedirect.com/science/article/pii/S0303243421003573", "")]
    [InlineData("https://ieeexplore.ieee.org/document/8451816", "")]
    [InlineData("https://www.mdpi.com/2306-5729/4/1/41/htm", "")]
    [InlineData("https://www.mdpi.com/doi/10.3390/rs13224547", "doi:10.3390/rs13224547")]
    [InlineData("https://www.nature.com/subjects/climate", "")]
    [InlineData("https://doi.org/", "")]
    public void A_DOI_is_read_from_the_resolver_and_from_publishers(string url, string expected) => Assert.Equal(expected, Read(url));

    [Theory]
    [InlineData("https://openreview.net/forum?id=Zx5qJzNesn0&noteId=1", "openreview:Zx5qJzNesn0")]
    [InlineData("https://openreview.net/pdf?id=rJv6ZgHYg", "openreview:rJv6ZgHYg")]
    [InlineData("https://openreview.net/group?id=ICLR.cc", "")]
    [InlineData("https://www.aclweb.org/anthology/P18-5006/", "acl:P18-5006")]
    [InlineData("https://aclanthology.org/p18-5006.pdf", "acl:P18-5006")]
    [InlineData("https://aclanthology.org/2020.acl-main.1/", "acl:2020.acl-main.1")]
    [InlineData("https://aclanthology.org/venues/acl/", "")]
    [InlineData("https://pubmed.ncbi.nlm.nih.gov/15064413/", "pubmed:15064413")]
    [InlineData("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7297597/#CR12", "pmc:PMC7297597")]
    [InlineData("https://hal.archives-ouvertes.fr/hal-00811434v2", "hal:hal-00811434")]
    [InlineData("https://inria.hal.science/hal-01015140v2", "hal:hal-01015140")]
    [InlineData("https://papers.ssrn.com/sol3/papers.cfm?abstract_id=3292279", "ssrn:3292279")]
    public void Archives_and_indexes_have_ids(string url, string expected) => Assert.Equal(expected, Read(url));

    [Theory]
    [InlineData("https://www.amazon.com/-/es/Gustau-Camps-Valls-dp-1119646146/dp/1119646146/ref=mt_other?me=", "isbn:9781119646143")]
    [InlineData("https://www.amazon.de/dp/080442957X", "isbn:9780804429573")]
    [InlineData("https://www.amazon.com/dp/1119646147", "")]
    [InlineData("https://www.amazon.com/dp/B08L5TNJHG", "")]
    [InlineData("https://books.google.com/books?vid=ISBN9780262035613", "isbn:9780262035613")]
    [InlineData("https://www.oreilly.com/library/view/generative-deep-learning/9781098134174/", "isbn:9781098134174")]
    [InlineData("https://www.wiley.com/en-us/Essential+Mathematics%2C+2nd+Edition-p-9780470694480", "isbn:9780470694480")]
    [InlineData("https://www.oreilly.com/library/view/x/9781098134175/", "")]
    public void An_ISBN_needs_its_check_digit(string url, string expected) => Assert.Equal(expected, Read(url));

    [Theory]
    [InlineData("https://github.com/PyTorch/PyTorch", "github:pytorch/pytorch")]
    [InlineData("https://github.com/pytorch/pytorch/", "github:pytorch/pytorch")]
    [InlineData("git@github.com:pytorch/pytorch.git", "")]
    [InlineData("https://github.com/pytorch/pytorch.git", "github:pytorch/pytorch")]
    [InlineData("https://github.com/pytorch/pytorch?tab=readme-ov-file#readme", "github:pytorch/pytorch")]
    [InlineData("https://github.com/pytorch/pytorch/tree/main", "github:pytorch/pytorch")]
    [InlineData("https://github.com/pytorch/pytorch/blob/main/README.md", "github:pytorch/pytorch")]
    [InlineData("https://github.com/google-research/google-research/tree/master/supcon", "")]
    [InlineData("https://github.com/pytorch/pytorch#installation", "")]
    [InlineData("https://github.com/pytorch/pytorch/issues/1", "")]
    [InlineData("https://github.com/topics/transformers", "")]
    [InlineData("https://github.com/pyviz", "")]
    [InlineData("https://github.com/rapidsai, https://rapids.ai/", "")]
    [InlineData("https://gist.github.com/karpathy/8627fe009c40f57531cb18360106ce95", "")]
    [InlineData("https://huggingface.co/Genmo/mochi-1-preview", "huggingface:genmo/mochi-1-preview")]
    [InlineData("https://huggingface.co/datasets/allenai/c4", "huggingface:datasets/allenai/c4")]
    [InlineData("https://huggingface.co/spaces/a/b/tree/main", "huggingface:spaces/a/b")]
    [InlineData("https://huggingface.co/docs/transformers", "")]
    [InlineData("https://huggingface.co/", "")]
    public void A_repository_is_its_root_and_not_a_folder_in_it(string url, string expected) => Assert.Equal(expected, Read(url));

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=iDulhoQ2pro", "youtube:iDulhoQ2pro")]
    [InlineData("https://www.youtube.com/watch?time_continue=2&v=iDulhoQ2pro&list=WL&t=4s", "youtube:iDulhoQ2pro")]
    [InlineData("https://youtu.be/iDulhoQ2pro?si=x", "youtube:iDulhoQ2pro")]
    [InlineData("https://www.youtube-nocookie.com/embed/iDulhoQ2pro", "youtube:iDulhoQ2pro")]
    [InlineData("https://www.youtube.com/shorts/iDulhoQ2pro", "youtube:iDulhoQ2pro")]
    [InlineData("https://m.youtube.com/live/iDulhoQ2pro", "youtube:iDulhoQ2pro")]
    [InlineData("https://www.youtube.com/playlist?list=PLoazKTcS0RzZ1SUgeOgc6SWt51gfT80N0", "youtube-playlist:PLoazKTcS0RzZ1SUgeOgc6SWt51gfT80N0")]
    [InlineData("https://www.youtube.com/c/YannicKilcher", "")]
    [InlineData("https://www.youtube.com/watch?v=short", "")]
    public void A_video_is_its_id(string url, string expected) => Assert.Equal(expected, Read(url));

    [Fact]
    public void Any_text_is_read() => Gen.Select(
        Gen.OneOf("https://arxiv.org/", "https://github.com/", "https://www.nature.com/articles", "https://hal.science", "https://ssrn.com/", "https://www.aclweb.org/anthology", "https://books.google.com/", "doi:", "//", "https://x.copernicus.org/", "https://arxiv.org/ftp", "https://www.ncbi.nlm.nih.gov/pmc", "https://journals.ametsoc.org/view", ""),
        Gen.String).Sample((start, rest) => Assert.DoesNotContain(IdentifierReader.FromUrl(start + rest), i => i.Value.Length == 0));
}
