namespace Transformers.BrowserTests.Support;

/// <summary>Through what a reader looks at the site.</summary>
/// <param name="Width">Of the window, in CSS pixels.</param>
/// <param name="Height">Of the window, in CSS pixels.</param>
/// <param name="Scheme">What the system prefers.</param>
/// <param name="Scripts">False where JavaScript is switched off.</param>
public sealed record View(int Width = 1440, int Height = 900, ColorScheme Scheme = ColorScheme.Light, bool Scripts = true)
{
    /// <summary>A phone, with touch.</summary>
    public static View Phone { get; } = new(390, 844) { HasTouch = true };

    /// <summary>A tablet.</summary>
    public static View Tablet { get; } = new(768, 1024);

    /// <summary>True where fingers, not a mouse, do the pointing.</summary>
    public bool HasTouch { get; init; }

    /// <summary>What the system says of animations.</summary>
    public ReducedMotion Motion { get; init; } = ReducedMotion.NoPreference;

    /// <summary>Whether the system replaces the page's colours by its own few.</summary>
    public ForcedColors Colours { get; init; } = ForcedColors.None;

    /// <summary>As Playwright says it.</summary>
    public BrowserNewContextOptions Options => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        ColorScheme = Scheme,
        JavaScriptEnabled = Scripts,
        HasTouch = HasTouch,
        ReducedMotion = Motion,
        ForcedColors = Colours,
    };
}
