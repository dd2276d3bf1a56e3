namespace ConflictBot.Corpus.Memory.Postings;

/// <summary>A list whose items can be read and written as a span, and that gives its array away at the end.</summary>
internal sealed class GrowingArray<T>(int capacity = 16)
    where T : unmanaged
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public Span<T> Span => _items.AsSpan(0, Count);

    public void Add(T item)
    {
        if (Count == _items.Length)
            Grow(Count + 1);
        _items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        if (Count + items.Length > _items.Length)
            Grow(Count + items.Length);
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    public void Clear() => Count = 0;

    /// <summary>The items in an array of their exact number; the list is empty afterwards.</summary>
    public T[] Take()
    {
        var items = _items;
        if (items.Length != Count)
            Array.Resize(ref items, Count);
        _items = [];
        Count = 0;
        return items;
    }

    private void Grow(int needed) => Array.Resize(ref _items, (int)Math.Min(Array.MaxLength, Math.Max(needed, Math.Max(16L, _items.Length * 3L / 2))));
}
