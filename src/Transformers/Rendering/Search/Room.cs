namespace Transformers.Rendering.Search;

/// <summary>Memory that is used again and again.</summary>
internal static class Room
{
    /// <summary>Makes an array anew where it is too short; what was in it is lost.</summary>
    public static void For(int length, ref ulong[] array)
    {
        if (array.Length < length) array = new ulong[Math.Max(length, array.Length * 2)];
    }
}
