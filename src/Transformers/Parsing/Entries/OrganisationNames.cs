using System.Collections.Frozen;

namespace Transformers.Parsing.Entries;

/// <summary>The names that <see cref="Organisations"/> knows, folded: lower case, without apostrophes.</summary>
internal static class OrganisationNames
{
    /// <summary>Publishers, schools, platforms, companies and events that curators put in brackets.</summary>
    public static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        // Publishers
        "addison-wesley", "acm", "ams", "apress", "arxiv", "athena scientific", "biorxiv", "cambridge", "cell", "chapman", "copernicus", "crc",
        "elsevier", "frontiers", "hindawi", "ieee", "leanpub", "macmillan", "manning", "mcgraw-hill", "mdpi", "morgan kaufmann", "nature",
        "no starch", "now publishers", "oreilly", "oup", "oxford", "oxford academic", "packt", "palgrave", "pearson", "plos", "prentice hall", "princeton",
        "routledge", "sage", "siam", "springer", "taylor & francis", "wiley", "world scientific",

        // Schools and their short names
        "berkeley", "brown", "caltech", "carnegie mellon", "cmu", "columbia", "cornell", "dtu", "duke", "ecole polytechnique", "edinburgh",
        "epfl", "eth", "ethz", "georgia tech", "harvard", "harvey mudd", "imperial", "inria", "johns hopkins", "kaist", "kth", "lmu", "mcgill",
        "middlebury", "mila", "mit", "ntu", "nus", "nyu", "penn", "purdue", "rwth", "saarland", "sherbrooke", "sorbonne", "stanford", "tsinghua",
        "uc", "ucl", "ucla", "ucsd", "uiuc", "uniandes", "upc", "upenn", "upf", "uva", "vanderbilt", "virginia tech", "yale",

        // Teaching platforms
        "codecademy", "coursera", "datacamp", "deeplearningai", "edx", "freecodecamp", "futurelearn", "jovian", "kaggle", "khan", "linkedin",
        "mooc", "pluralsight", "udacity", "udemy", "yandex",

        // Companies and laboratories
        "adobe", "airbnb", "alibaba", "allen ai", "ai2", "amazon", "apache", "apple", "aws", "baidu", "bloomberg", "booz allen hamilton",
        "bytedance", "cerebras", "cohere", "databricks", "deepmind", "explosion", "facebook", "fair", "google", "google brain", "h2o", "huawei",
        "hugging face", "huggingface", "ibm", "indeed", "intel", "linkedin", "meta", "microsoft", "mistral", "mozilla", "netflix", "nvidia",
        "openai", "oracle", "salesforce", "samsung", "sony", "spotify", "stability ai", "tencent", "twitter", "uber", "wandb", "weights & biases",
        "zalando",

        // Public bodies
        "bsc", "cern", "cmcc", "cnrs", "csiro", "dlr", "ecmwf", "esa", "eumetsat", "fao", "ipcc", "met office", "ncar", "nasa", "nist", "noaa",
        "un", "unesco", "who", "wmo",

        // Events
        "aaai", "acl", "agu", "aistats", "cvpr", "eccv", "egu", "emnlp", "euroscipy", "europython", "goto", "gtc", "iccv", "iclr", "icml",
        "icassp", "ijcai", "interspeech", "isscc", "juliacon", "kdd", "miccai", "mlss", "naacl", "neurips", "nips", "odsc", "pycon", "pydata",
        "scipy", "siggraph", "strata", "ted",
    ], StringComparer.Ordinal);

    /// <summary>Words that make capitalised words around them an institution's name.</summary>
    public static readonly FrozenSet<string> Marks = FrozenSet.ToFrozenSet(
    [
        "academy", "agency", "association", "center", "centre", "centro", "college", "company", "conference", "corp", "corporation", "fondation",
        "foundation", "gmbh", "hochschule", "inc", "institut", "institute", "instituto", "lab", "laboratory", "labs", "ltd", "mines", "ministry",
        "podcast", "polytechnic", "press", "publishers", "publishing", "school", "society", "summit", "symposium", "tu", "u", "univ",
        "universidad", "universidade", "universita", "università", "universitat", "universität", "universite", "université", "university",
        "workshop",
    ], StringComparer.Ordinal);

    /// <summary>Those of <see cref="Known"/> that are families' names as well.</summary>
    public static readonly FrozenSet<string> Surnames = FrozenSet.ToFrozenSet(
    [
        "ams", "berkeley", "brown", "chapman", "copernicus", "cornell", "duke", "fair", "hindawi", "khan", "macmillan", "manning", "mcgill", "meta",
        "mistral", "oreilly", "palgrave", "pearson", "penn", "purdue", "routledge", "sage", "siam", "springer", "ted", "un", "vanderbilt", "wiley", "yale",
    ], StringComparer.Ordinal);

    /// <summary>Sites that host everyone's work, by name and by domain.</summary>
    public static readonly FrozenSet<string> Sites = FrozenSet.ToFrozenSet(
    [
        "acm digital library", "arxiv.org", "biorxiv.org", "colab", "github", "github.com", "github.io", "gitlab", "gitlab.com", "huggingface.co",
        "ieee xplore", "medium", "medium.com", "openreview", "openreview.net", "paper page", "researchgate", "researchgate.net", "sciencedirect",
        "sciencedirect.com", "semantic scholar", "springerlink", "ssrn", "substack", "towards data science", "vimeo", "wikipedia", "youtube",
        "youtube.com", "zenodo",
    ], StringComparer.Ordinal);

    /// <summary>The last part of a domain that someone may put in brackets, as in <c>(deeplearning.ai)</c>.</summary>
    public static readonly FrozenSet<string> TopLevelDomains = FrozenSet.ToFrozenSet(
        ["ai", "at", "be", "ca", "ch", "cn", "co", "com", "de", "dev", "edu", "es", "eu", "fr", "gov", "int", "io", "it", "net", "nl", "org", "pt", "se", "uk", "us"],
        StringComparer.Ordinal);
}
