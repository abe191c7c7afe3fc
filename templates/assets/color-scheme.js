// Runs before the first paint, so that a choice the reader made earlier shows without a flash.
try { const scheme = localStorage.getItem("color-scheme"); if (scheme) document.documentElement.dataset.theme = scheme; } catch { }
