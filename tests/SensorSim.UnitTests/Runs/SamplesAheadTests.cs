using System.Collections.Concurrent;
using SensorSim.Hosting.Runs;

namespace SensorSim.UnitTests.Runs;

public sealed class SamplesAheadTests
{
    [Test]
    public void Samples_Come_In_Their_Order_And_From_Another_Thread()
    {
        using var ahead = new SamplesAhead<(long, int)>([2, 3, 7], (sample, _) => (10 * sample, Environment.CurrentManagedThreadId), CancellationToken.None);
        (long Value, int Thread)[] taken = [ahead.Take(2), ahead.Take(3), ahead.Take(7)];
        Assert.That(taken.Select(one => one.Value), Is.EqualTo(new[] { 20, 30, 70 }));
        Assert.That(taken.Select(one => one.Thread), Is.All.Not.EqualTo(Environment.CurrentManagedThreadId));
    }

    [Test]
    public void The_Next_Is_Made_While_One_Is_In_Use_And_Not_More_Than_Two()
    {
        var begun = new ConcurrentQueue<long>();
        using var third = new ManualResetEventSlim();
        using var ahead = new SamplesAhead<long>(Enumerable.Range(0, 100).Select(i => (long)i), (sample, _) =>
        {
            begun.Enqueue(sample);
            if (sample == 2) third.Set();
            return sample;
        }, CancellationToken.None);

        ahead.Take(0);
        Assert.That(third.Wait(TimeSpan.FromSeconds(60)), Is.True, "one is ready and the next in the making while the first is in use");
        Assert.That(begun, Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(Enumerable.Range(1, 99).Select(i => ahead.Take(i)), Is.EqualTo(Enumerable.Range(1, 99).Select(i => (long)i)));
    }

    [Test]
    public void A_Failure_Comes_Out_As_It_Was_Thrown_Behind_What_Was_Ready()
    {
        using var ahead = new SamplesAhead<long>([0, 1, 2], (sample, _) => sample == 1 ? throw new FormatException($"sample {sample}") : sample, CancellationToken.None);
        Assert.That(ahead.Take(0), Is.Zero);
        FormatException? thrown = Assert.Throws<FormatException>(() => ahead.Take(1));
        Assert.That(thrown!.Message, Is.EqualTo("sample 1"));
        Assert.That(thrown.StackTrace, Does.Contain(nameof(A_Failure_Comes_Out_As_It_Was_Thrown_Behind_What_Was_Ready)));
    }

    [Test]
    public void A_Stop_Wakes_Who_Waits_And_Reaches_What_Is_In_The_Making()
    {
        using var stop = new CancellationTokenSource();
        bool wasTold = false;
        using (var ahead = new SamplesAhead<long>([0], (_, told) =>
        {
            stop.Cancel();
            told.WaitHandle.WaitOne(TimeSpan.FromSeconds(60));
            wasTold = told.IsCancellationRequested;
            told.ThrowIfCancellationRequested();
            return 0;
        }, stop.Token))
        {
            Assert.That(() => ahead.Take(0), Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(wasTold, Is.True, "and the thread is waited for");
    }

    [Test]
    public void What_Nobody_Takes_Holds_Nobody_Up()
    {
        using var made = new CountdownEvent(2);
        var ahead = new SamplesAhead<long>(Enumerable.Range(0, 100).Select(i => (long)i), (sample, _) => { if (sample < 2) made.Signal(); return sample; }, CancellationToken.None);
        Assert.That(made.Wait(TimeSpan.FromSeconds(60)), Is.True);
        ahead.Dispose();
    }

    [Test]
    public void Another_Sample_Than_The_Next_Is_A_Mistake()
    {
        using var ahead = new SamplesAhead<long>([4], (sample, _) => sample, CancellationToken.None);
        Assert.That(() => ahead.Take(5), Throws.InvalidOperationException.With.Message.EqualTo("Sample 4 was prepared, and 5 is wanted."));
    }
}
