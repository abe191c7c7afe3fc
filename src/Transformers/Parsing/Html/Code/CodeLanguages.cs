using System.Collections.Frozen;

namespace Transformers.Parsing.Html.Code;

/// <summary>The languages that are shown in colours.</summary>
internal static class CodeLanguages
{
    private const string CWords = "auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while";
    private const string JsWords = "as async await break case catch class const continue debugger default delete do else export extends finally for from function get if import in instanceof let new of return set static super switch this throw try typeof var void while with yield";

    /// <summary>Each language under each of its names.</summary>
    public static IEnumerable<KeyValuePair<string, CodeLanguage>> Create() =>
    [
        .. Program("c h", CWords, "NULL true false"),
        .. Program("cpp c++ cc hpp cuda cu arduino", CWords + " alignas alignof bool catch class concept consteval constexpr constinit co_await co_return co_yield decltype delete explicit export final friend mutable namespace new noexcept operator override private protected public requires static_assert static_cast template this thread_local throw try typename using virtual wchar_t", "nullptr NULL true false"),
        .. Program("csharp cs c#", "abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double dynamic else enum event explicit extern finally fixed float for foreach get goto if implicit in init int interface internal is lock long nameof namespace new not object operator or and out override params partial private protected public readonly record ref required return sbyte sealed set short sizeof stackalloc static string struct switch this throw try typeof uint ulong unchecked unsafe ushort using value var virtual void volatile when where while with yield", "true false null", strings: "\"\"\" \" '"),
        .. Program("java", "abstract assert boolean break byte case catch char class const continue default do double else enum extends final finally float for goto if implements import instanceof int interface long native new package permits private protected public record return sealed short static strictfp super switch synchronized this throw throws transient try var void volatile while yield", "true false null", strings: "\"\"\" \" '"),
        .. Program("kotlin kt kts", "abstract actual annotation as break by catch class companion const constructor continue crossinline data do else enum expect external final finally for fun get if import in infix init inline inner interface internal is lateinit noinline object open operator out override package private protected public reified return sealed set super suspend tailrec this throw try typealias val var vararg when where while", "true false null", strings: "\"\"\" \" '"),
        .. Program("scala", "abstract case catch class def do else enum extends extension final finally for given if implicit import inline lazy match new object override package private protected return sealed super then this throw trait try type using val var while with yield", "true false null None", strings: "\"\"\" \""),
        .. Program("swift", "actor any as associatedtype async await break case catch class continue convenience default defer deinit do else enum extension fallthrough fileprivate final for func guard if import in indirect init inout internal is lazy let mutating open operator override private protocol public repeat required rethrows return self Self some static struct subscript super switch throw throws try typealias unowned var weak where while", "true false nil", strings: "\"\"\" \""),
        .. Program("go golang", "break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var any bool byte error float32 float64 int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr", "true false nil iota", strings: "` \" '"),
        .. Program("rust rs", "as async await box break const continue crate dyn else enum extern fn for if impl in let loop macro match mod move mut pub ref return self Self static struct super trait type union unsafe use where while bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize", "true false None Some Ok Err"),
        .. Program("javascript js jsx mjs cjs", JsWords, "true false null undefined NaN Infinity", strings: "` \" '"),
        .. Program("typescript ts tsx", JsWords + " abstract any asserts boolean declare enum implements infer interface is keyof namespace never number object override private protected public readonly satisfies string symbol type unknown unique", "true false null undefined NaN Infinity", strings: "` \" '"),
        .. Program("dart", "abstract as assert async await base break case catch class const continue covariant default deferred do dynamic else enum export extends extension external factory final finally for get hide if implements import in interface is late library mixin new on operator part required return sealed set show static super switch sync this throw try typedef var void when while with yield int double bool String", "true false null", strings: "\"\"\" ''' \" '"),
        .. Program("php", "abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enum extends final finally fn for foreach function global goto if implements include instanceof insteadof interface isset list match namespace new or print private protected public readonly require return static switch throw trait try unset use var while xor yield", "true false null", "// #"),
        .. Program("python py python3 ipython pycon", "and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield", "True False None self cls", "#", "", "\"\"\" ''' \" '"),
        .. Program("ruby rb", "alias and begin break case class def defined do else elsif end ensure extend for if in include module next not or private protected public raise redo require rescue retry return self super then undef unless until when while yield", "true false nil", "#", "=begin =end"),
        .. Program("perl pl", "and cmp die do else elsif eq for foreach ge given gt if last le local lt my ne next no not or our package print redo require return say state sub unless until use when while", "undef", "#"),
        .. Program("lua", "and break do else elseif end for function goto if in local not or repeat return then until while", "true false nil", "--", "--[[ ]]"),
        .. Program("r", "break else for function if in next repeat while library require return", "TRUE FALSE NULL NA NaN Inf", "#"),
        .. Program("julia jl", "abstract baremodule begin break catch const continue do else elseif end export finally for function global if import in isa let local macro module mutable primitive quote return struct try type using where while", "true false nothing missing", "#", "#= =#", "\"\"\" \""),
        .. Program("matlab octave", "break case catch classdef continue else elseif end for function global if otherwise parfor persistent return switch try while", "true false pi inf nan", "% #"),
        .. Program("haskell hs", "as case class data default deriving do else family forall foreign hiding if import in infix infixl infixr instance let module newtype of qualified then type where", "True False Nothing Just", "--", "{- -}"),
        .. Program("ocaml ml fsharp fs f#", "and as assert begin class constraint do done downto else end exception external for fun function functor if in include inherit inline let match member method module mutable namespace new object of open or override private rec sig static struct then to try type use val virtual when while with yield", "true false None Some", "//", "(* *)", "\"\"\" \""),
        .. Program("elixir ex exs", "after alias and case catch cond def defimpl defmacro defmodule defp defprotocol defstruct do else end fn for if import in not or quote raise receive require rescue try unless unquote use when with", "true false nil", "#", "", "\"\"\" \" '"),
        .. Program("clojure clj lisp scheme elisp racket", "and case cond def defmacro defn defun define do fn for if lambda let loop ns or progn recur require setq when", "true false nil t", ";", "", "\""),
        .. Program("sql mysql postgresql postgres sqlite plsql", "add all alter and as asc begin between by case cast check column commit constraint create cross database default delete desc distinct drop else end except exists explain foreign from full function group grant having if in index inner insert intersect into is join key left like limit materialized not offset on or order outer over partition primary procedure references returning revoke right rollback select set table temporary then to transaction trigger truncate union unique update using values view when where window with bigint boolean char date decimal double float int integer interval json jsonb numeric real serial smallint text time timestamp uuid varchar", "true false null", "--", ignoresCase: true),
        .. Program("latex tex", "", "", "%", strings: ""),
        .. Program("dockerfile docker", "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR", "", "#"),
        .. Of(CodeForm.Shell, "bash sh shell zsh ksh console makefile make", "alias break case cd continue declare do done echo elif else esac eval exec exit export fi for function if in local printf read readonly return select set shift source then trap unset until while", "true false", "#"),
        .. Of(CodeForm.Shell, "powershell ps1 pwsh", "begin break catch class continue data do dynamicparam else elseif end enum exit filter finally for foreach function if in param process return switch throw trap try until using while", "true false null", "#", "<# #>", ignoresCase: true),
        .. Of(CodeForm.Data, "json jsonc json5 geojson ipynb", "", "true false null", "//", "/* */"),
        .. Of(CodeForm.Data, "yaml yml", "", "true false null yes no on off", "#"),
        .. Of(CodeForm.Data, "toml ini conf properties env cfg desktop", "", "true false", "# ;", "", "\"\"\" ''' \" '"),
        .. Of(CodeForm.Style, "css scss sass less", "", "inherit initial none auto", "//", "/* */"),
        .. Of(CodeForm.Data, "graphql gql protobuf proto hcl terraform tf nix", "enum extend fragment import input interface let in message mutation on oneof option package query repeated required resource rpc scalar schema service subscription syntax type union variable with", "true false null", "# //", "/* */"),
        .. Of(CodeForm.Markup, "html xml svg xhtml rss plist vue svelte mathml htm", "", "", ""),
        .. Of(CodeForm.Difference, "diff patch", "", "", ""),
    ];

    private static IEnumerable<KeyValuePair<string, CodeLanguage>> Program(
        string names, string keywords, string literals, string lineComments = "//", string blockComments = "/* */", string strings = "\" '", bool ignoresCase = false) =>
        Of(CodeForm.Program, names, keywords, literals, lineComments, lineComments.Contains("//", StringComparison.Ordinal) || ignoresCase || blockComments != "/* */" ? blockComments : "", strings, ignoresCase);

    private static IEnumerable<KeyValuePair<string, CodeLanguage>> Of(
        CodeForm form, string names, string keywords, string literals, string lineComments, string blockComments = "", string strings = "\" '", bool ignoresCase = false)
    {
        var comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var pairs = Words(blockComments);
        var language = new CodeLanguage(
            form,
            Words(keywords).ToFrozenSet(comparer),
            Words(literals).ToFrozenSet(comparer),
            [.. Words(lineComments)],
            pairs.Length == 2 ? [(pairs[0], pairs[1])] : [],
            [.. Words(strings).Select(quote => (quote, quote, quote is "`" or "\"\"\"" or "'''"))],
            ignoresCase);
        return Words(names).Select(name => KeyValuePair.Create(name, language));
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
