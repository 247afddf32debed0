using System.Text;
using Microsoft.Data.Sqlite;

namespace Engagement.Journal.Sqlite;

/// <summary>
/// A prepared statement that is bound, stepped and reset thousands of times a second, by one thread at a time. Text and
/// bytes have to be bound anew for every run; numbers stay bound.
/// </summary>
internal sealed unsafe class Statement : IDisposable
{
    private readonly nint _database;
    private nint _statement;

    // Bound text and bytes lie here, where the collector does not move them, until the statement has run.
    private readonly byte[] _bound = GC.AllocateUninitializedArray<byte>(8 * 1024, pinned: true);
    private int _used;

    public Statement(nint database, string sql)
    {
        _database = database;
        var bytes = Encoding.UTF8.GetBytes(sql);
        fixed (byte* text = bytes)
            Check(Native.Prepare(database, text, bytes.Length, Native.Persistent, out _statement, 0));
    }

    public Statement Bind(int place, long value)
    {
        Check(Native.BindNumber(_statement, place, value));
        return this;
    }

    public Statement Bind(int place, long? value)
    {
        Check(value is { } number ? Native.BindNumber(_statement, place, number) : Native.BindNull(_statement, place));
        return this;
    }

    public Statement Bind(int place, string? value)
    {
        if (value is null)
        {
            Check(Native.BindNull(_statement, place));
        }
        else if (Encoding.UTF8.TryGetBytes(value, _bound.AsSpan(_used), out var length))
        {
            fixed (byte* text = &_bound[_used < _bound.Length ? _used : 0])
                Check(Native.BindText(_statement, place, text, length, Native.Static));
            _used += length;
        }
        else
        {
            var bytes = Encoding.UTF8.GetBytes(value);
            fixed (byte* text = bytes)
                Check(Native.BindText(_statement, place, text, bytes.Length, Native.Transient));
        }

        return this;
    }

    public Statement Bind(int place, byte[]? value)
    {
        if (value is null)
            Check(Native.BindNull(_statement, place));
        else
            Bind(place, value.AsSpan());
        return this;
    }

    public Statement Bind(int place, ReadOnlySpan<byte> value)
    {
        if (value.Length is > 0 && value.TryCopyTo(_bound.AsSpan(_used)))
        {
            fixed (byte* bytes = &_bound[_used])
                Check(Native.BindBlob(_statement, place, bytes, value.Length, Native.Static));
            _used += value.Length;
        }
        else
        {
            fixed (byte* bytes = value)
                Check(Native.BindBlob(_statement, place, bytes, value.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Goes to the next row; false, and reset for the next use, when there is none.</summary>
    public bool Step()
    {
        var code = Native.Step(_statement);
        if (code == Native.Row)
            return true;
        Reset();
        if (code != Native.Done)
            throw Fault(code);
        return false;
    }

    /// <summary>Runs a statement that gives no rows and says how many it changed.</summary>
    public int Run()
    {
        while (Step())
        {
        }

        return Native.Changes(_database);
    }

    /// <summary>The number in the first column of the only row; null where there is no row or no value.</summary>
    public long? Scalar()
    {
        if (!Step())
            return null;
        long? value = IsNull(0) ? null : Number(0);
        Reset();
        return value;
    }

    public void Reset()
    {
        _ = Native.Reset(_statement);
        _used = 0;
    }

    public bool IsNull(int column) => Native.ColumnType(_statement, column) == Native.NullType;

    public long Number(int column) => Native.ColumnNumber(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Blob(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Valid until the next step or reset.</summary>
    public ReadOnlySpan<byte> Blob(int column)
    {
        var bytes = Native.ColumnBlob(_statement, column);
        return new(bytes, Native.ColumnBytes(_statement, column));
    }

    public void Dispose()
    {
        _ = Native.Finalize(_statement);
        _statement = 0;
    }

    private void Check(int code)
    {
        if (code != Native.Ok)
            throw Fault(code);
    }

    private SqliteException Fault(int code) => new(Native.Error(_database), code, Native.ExtendedError(_database));
}
