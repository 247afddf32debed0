using Engagement.Hosting.Due;

namespace Engagement.Hosting.Tests.Time;

/// <summary>How many members are woken at a time, and how fast.</summary>
public sealed class WakingTests
{
    [Fact]
    public async Task Batches_overlap_until_there_is_no_room_and_the_first_that_is_stored_makes_some()
    {
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        var wakes = new WakesUnderWay(10);
        wakes.Add(first.Task, 6);
        await wakes.MakeRoomAsync();
        Assert.Equal(4, wakes.Room);
        wakes.Add(second.Task, 4);

        var room = wakes.MakeRoomAsync().AsTask();
        Assert.False(room.IsCompleted);
        second.SetResult();
        await room;

        Assert.Equal(4, wakes.Room);
        first.SetResult();
        await wakes.MakeRoomAsync();
        Assert.True(wakes.IsEmpty);
    }

    [Fact]
    public async Task A_batch_that_failed_is_told_of_once_and_takes_up_no_room()
    {
        var wakes = new WakesUnderWay(5);
        wakes.Add(Task.FromException(new InvalidOperationException("The disk is gone.")), 5);

        await Assert.ThrowsAsync<InvalidOperationException>(() => wakes.MakeRoomAsync().AsTask());

        Assert.Equal(5, wakes.Room);
        await wakes.MakeRoomAsync();
    }

    [Fact]
    public async Task The_end_waits_for_everybody_and_minds_no_failure()
    {
        var last = new TaskCompletionSource();
        var wakes = new WakesUnderWay(5);
        wakes.Add(Task.FromException(new InvalidOperationException("The disk is gone.")), 1);
        wakes.Add(last.Task, 1);

        var end = wakes.EndAsync();
        Assert.False(end.IsCompleted);
        last.SetResult();
        await end;
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(100)]
    public void However_slow_the_pace_is_set_it_is_kept_after_the_first_moment(int mostPerSecond)
    {
        var time = new Standing();
        var pace = new WakePace(mostPerSecond, time);
        // What may be made up for at once is twenty to the second.
        Assert.True(pace.KeepAsync(pace.AtOnce, TestContext.Current.CancellationToken).IsCompleted);

        Assert.False(pace.KeepAsync(pace.AtOnce, TestContext.Current.CancellationToken).IsCompleted);

        Assert.Equal(TimeSpan.FromMilliseconds(50), time.Asked);
        Assert.Equal(mostPerSecond / 20, pace.AtOnce);
    }

    /// <summary>A second after it began, and no later.</summary>
    private sealed class Standing : TimeProvider
    {
        private long _now;

        public TimeSpan Asked { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now == 0 ? _now++ : TimeSpan.TicksPerSecond;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Asked = dueTime;
            return new Never();
        }

        private sealed class Never : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
