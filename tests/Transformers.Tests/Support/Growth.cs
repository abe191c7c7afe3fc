namespace Transformers.Tests.Support;

/// <summary>Holds that processor time grows with the input, on a machine of any speed and load: two sizes are measured side by side, and the best of several runs counts.</summary>
internal static class Growth
{
    /// <summary>Four times the input takes some four times as long; with what grows by the square it would be sixteen.</summary>
    private const double Most = 9;

    private const int Attempts = 12;

    /// <summary>What is over so soon is not measured: on a loaded machine it is mostly the collector's doings. A step for each two characters of the larger texts takes many times as long.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    /// <summary>Fails where four times as much of a text takes far more than four times as long.</summary>
    /// <param name="unit">What the text consists of, over and over.</param>
    /// <param name="size">The smaller text's length.</param>
    /// <param name="work">What is done with it.</param>
    public static void AssertLinear(string unit, int size, Action<string> work)
    {
        var (small, large) = (Repeat(unit, size), Repeat(unit, 4 * size));
        work(Repeat(unit, size / 16));
        var (least, most) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            least = Min(least, Time(small, work));
            most = Min(most, Time(large, work));
            if (most < Moment || most < Most * least) return;
        }

        Assert.Fail($"{size} characters of '{unit}' take {least.TotalMilliseconds:0} ms, four times as many {most.TotalMilliseconds:0} ms.");
    }

    private static string Repeat(string unit, int size) => string.Concat(Enumerable.Repeat(unit, size / unit.Length));

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static TimeSpan Time(string text, Action<string> work)
    {
        // What was left by others is not collected on its time.
        GC.Collect();
        // Not by the clock, which goes on while a loaded machine does other things.
        var before = Environment.CpuUsage.TotalTime;
        work(text);
        return Environment.CpuUsage.TotalTime - before;
    }
}
