using System.Text;
using CsCheck;
using Transformers.Export;
using Transformers.Tests.Support;

namespace Transformers.Tests.Export;

public class CsvTests
{
    [Fact]
    public void A_work_is_a_line_under_a_header()
    {
        var works = TestCatalogue.WorksOf("- #PAPER [Said \"so\", twice (Li & Wu 2019)](https://arxiv.org/abs/1810.04805) - why\n  - https://github.com/a/b\n  - A remark in words.");

        Assert.Equal(
            "key,kind,title,short_title,authors,year,publisher,url,arxiv,doi,isbn,identifiers,tags,links,notes,summary\r\n"
            + "li2019saidsotwice,paper,\"Said \"\"so\"\", twice\",,Li; Wu,2019,,https://arxiv.org/abs/1810.04805,1810.04805,,,arxiv:1810.04805,paper,code https://github.com/a/b,n.md:1,\"why\nA remark in words.\"\r\n",
            TestWork.Written(output => Csv.Write(works, output)));
    }

    [Fact]
    public void Any_text_can_be_read_back() =>
        Gen.Select(NastyText.Any, NastyText.Any).Array[0, 3].Sample(works =>
        {
            var rows = Parse(TestWork.Written(output => Csv.Write(works.Select(work => TestWork.Of(work.Item1, publisher: work.Item2)), output)));

            Assert.All(rows, row => Assert.Equal(16, row.Count));
            Assert.Equal(works.Select(work => (TestWork.Encodable(work.Item1), TestWork.Encodable(work.Item2))), rows.Skip(1).Select(row => (row[2], row[6])));
        });

    /// <summary>RFC 4180, section 2.</summary>
    private static List<List<string>> Parse(string csv)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (isQuoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') field.Append(csv[i++]);
            else if (csv[i] == '"') isQuoted = !isQuoted;
            else if (isQuoted) field.Append(csv[i]);
            else if (csv[i] == ',') EndField();
            else if (csv[i] == '\r' && csv[i + 1] == '\n')
            {
                i++;
                EndField();
                rows.Add(row);
                row = [];
            }
            else field.Append(csv[i]);
        }

        return rows;

        void EndField()
        {
            row.Add(field.ToString());
            field.Clear();
        }
    }
}
