using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Hosting.Demo.Lives;

/// <summary>The chance in one member's life: the same seed and number always roll the same.</summary>
internal sealed class Dice(int seed, int number)
{
    // Seeds that lie close together must not give lives that resemble each other.
    private readonly Random _random = new(BinaryPrimitives.ReadInt32BigEndian(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}/{number}")))));

    public bool Chance(double probability) => _random.NextDouble() < probability;

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public double Between(double least, double most) => least + (most - least) * _random.NextDouble();

    public T OneOf<T>(IReadOnlyList<T> candidates) => candidates[_random.Next(candidates.Count)];

    /// <summary>
    /// One of <paramref name="candidates"/>, each as likely as it weighs; at least one must weigh more than 0.
    /// </summary>
    public T Weighted<T>(IReadOnlyList<T> candidates, Func<T, int> weight)
    {
        var left = _random.Next(candidates.Sum(weight));
        foreach (var candidate in candidates)
        {
            left -= weight(candidate);
            if (left < 0)
                return candidate;
        }

        return candidates[^1];
    }
}
