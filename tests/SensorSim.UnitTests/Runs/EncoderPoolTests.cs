using System.Collections.Concurrent;
using SensorSim.Hosting.Runs;

namespace SensorSim.UnitTests.Runs;

[TestFixture]
public sealed class EncoderPoolTests
{
    [Test]
    public void EverythingHandedOver_IsEncoded()
    {
        var encoded = new ConcurrentBag<int>();
        using var pool = new EncoderPool<Item>(2, 2, item => encoded.Add(item.Number), CancellationToken.None);

        for (int i = 0; i < 20; i++) pool.Add(new(i));
        pool.Complete();

        Assert.That(encoded, Is.EquivalentTo(Enumerable.Range(0, 20)));
    }

    [Test]
    public void Stop_FinishesTheItemInHandAndDropsThoseThatWait()
    {
        using var stop = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var encoded = new ConcurrentQueue<int>();
        Item[] items = [.. Enumerable.Range(0, 6).Select(i => new Item(i))];
        using var pool = new EncoderPool<Item>(1, items.Length, item =>
        {
            begun.Set();
            goOn.Wait();
            encoded.Enqueue(item.Number);
        }, stop.Token);

        foreach (Item item in items) pool.Add(item);
        begun.Wait();
        stop.Cancel();
        goOn.Set();
        pool.Complete();

        Assert.That(encoded, Is.EqualTo(new[] { 0 }));
        Assert.That(items.Where(item => item.IsDisposed).Select(item => item.Number), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public void FirstFailure_ComesOutAsItWasThrown()
    {
        using var pool = new EncoderPool<Item>(1, 1, item => throw new InvalidOperationException($"item {item.Number}"), CancellationToken.None);

        Assert.That(
            () =>
            {
                for (int i = 0; i < 10; i++) pool.Add(new(i));
                pool.Complete();
            },
            Throws.InvalidOperationException.With.Message.EqualTo("item 0"));
    }

    private sealed class Item(int number) : IDisposable
    {
        public int Number => number;

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
