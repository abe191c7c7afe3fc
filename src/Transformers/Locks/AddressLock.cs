using System.Collections.Immutable;
using Transformers.Diagnostics;
using Transformers.Text;

namespace Transformers.Locks;

/// <summary>What a vault remembers of its site: <c>transformers.lock</c> at its root, a line an item.</summary>
/// <param name="Items">By their lines, in ordinal order.</param>
public sealed record AddressLock(ImmutableArray<LockedItem> Items)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "transformers.lock";

    /// <summary>A vault that remembers nothing.</summary>
    public static AddressLock Empty { get; } = new([]);

    private const string Comment = "# What is published, so that no link to it dies unseen. 'transformers build --accept' writes this file; keep it with the notes.";

    /// <summary>Reads the file. What another merged into it in another order is welcome.</summary>
    /// <returns>The lines that can be read, and <c>KB032</c> for each of the others.</returns>
    public static StageResult<AddressLock> Parse(SourceFile file)
    {
        var items = ImmutableArray.CreateBuilder<LockedItem>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#') continue;
            if (LockedItem.Parse(line) is { } item) items.Add(item with { Line = i + 1 });
            else diagnostics.Add(LockRules.Unreadable.At(file.Path, new(i + 1, 1, i + 1, line.Length + 1), "This line of the lock can't be read; remove it, or write the file anew with 'build --accept'."));
        }

        return new(new AddressLock([.. items.DistinctBy(item => item.Place)]), diagnostics.ToImmutable());
    }

    /// <summary>The text of the file.</summary>
    public override string ToString() =>
        string.Concat(Items.Select(item => item.ToString()).Order(StringComparer.Ordinal).Prepend(Comment).Select(line => line + "\n"));
}
