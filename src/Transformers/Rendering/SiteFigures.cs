namespace Transformers.Rendering;

/// <summary>What a site holds, in numbers.</summary>
/// <param name="Notes">How many notes are published.</param>
/// <param name="Entries">How many entries they hold.</param>
/// <param name="Works">How many works these are about.</param>
/// <param name="Links">How many links within the vault they hold.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Files">How many files in all.</param>
public sealed record SiteFigures(int Notes, int Entries, int Works, int Links, int Pages, int Files);
