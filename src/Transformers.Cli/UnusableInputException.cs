namespace Transformers.Cli;

/// <summary>What was asked for can't be begun: a folder that is not there, a configuration that is not valid.</summary>
/// <param name="message">What is wrong, and what to do.</param>
internal sealed class UnusableInputException(string message) : Exception(message);
