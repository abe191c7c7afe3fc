namespace Transformers.Publishing;

/// <summary>The site could not be written.</summary>
/// <param name="message">Which file, why, and what to do.</param>
/// <param name="cause">What the disk said.</param>
public sealed class PublishException(string message, Exception? cause = null) : Exception(message, cause);
