# Signatures: the smallest hashes of shingles, and of bins.

cdef uint64_t _MASK = (<uint64_t>1 << 62) - 1
cdef uint64_t _LATER = <uint64_t>1 << 62
cdef enum:
    _HEAPS = 256
    _HEAP_BITS = 54  # of 62, that tell nothing of the heap


def smallest_shingles(array.array numbers not None, array.array hashes not None, *, int size, int kept, uint64_t rarer):
    """Return the smallest hashes of the shingles of a text, ascending."""
    cdef Py_ssize_t at, count = 0, length = len(numbers), known = len(hashes)
    cdef int *given = numbers.data.as_ints
    cdef uint64_t *values = <uint64_t *>hashes.data.as_longlongs
    cdef array.array found
    cdef int best = 0
    cdef uint64_t *words = <uint64_t *>PyMem_Malloc(3 * (length + 1) * sizeof(uint64_t))
    cdef uint64_t *smallest = <uint64_t *>PyMem_Malloc((kept + 1) * sizeof(uint64_t))
    try:
        if words == NULL or smallest == NULL:
            raise MemoryError
        for at in range(length):
            if not 0 <= given[at] < known:
                raise IndexError
            words[count] = values[given[at]]
            count += words[count] != 0
        best = _keep_shingles(words, count, size, rarer, True, smallest, 0, kept)
        if best < kept:
            best = _keep_shingles(words, count, size, rarer, False, smallest, best, kept)
        found = array.clone(_LONGS, best, zero=False)
        memcpy(found.data.as_longlongs, smallest, best * sizeof(uint64_t))
        return found
    finally:
        PyMem_Free(words)
        PyMem_Free(smallest)


cdef int _keep_shingles(
    uint64_t *words, Py_ssize_t count, int size, uint64_t rarer, bint is_rare, uint64_t *smallest, int best, int kept
) noexcept:
    """Put the smallest hashes of those shingles that start with a rare word, or of the others, after those that are kept.

    Behind the words there is room for twice as many hashes. They are dealt into heaps by their first bits, in the order
    of which few have to be moved.
    """
    cdef Py_ssize_t at, hashed = 0
    cdef Py_ssize_t[_HEAPS + 1] ends
    cdef uint64_t *hashes = words + count
    cdef uint64_t *dealt = hashes + count
    cdef uint64_t value, more = 0 if is_rare else _LATER
    cdef int first = best
    memset(ends, 0, sizeof(ends))
    for at in range(count + 1 - size):
        if (not words[at] & rarer) == is_rare:
            hashes[hashed] = _hash(words + at, size) & _MASK
            ends[(hashes[hashed] >> _HEAP_BITS) + 1] += 1
            hashed += 1
    for at in range(_HEAPS):
        ends[at + 1] += ends[at]
    for at in range(hashed):
        value = hashes[at]
        dealt[ends[value >> _HEAP_BITS]] = value
        ends[value >> _HEAP_BITS] += 1
    for at in range(hashed):
        value = dealt[at] + more
        if best < kept or value < smallest[best - 1]:
            best = _keep(smallest, first, best, kept, value)
        elif value >> _HEAP_BITS > smallest[best - 1] >> _HEAP_BITS:
            break
    return best


def smallest_by_bin(bytes values not None, unsigned int bins, int64_t empty):
    """Return the smallest number of each bin, by remainder, of numbers in eight bytes each that ascend."""
    cdef Py_ssize_t count = len(values) // 8, at
    cdef uint64_t *given = <uint64_t *>PyBytes_AS_STRING(values)
    cdef array.array found = array.clone(_LONGS, bins, zero=False)
    if len(values) % 8:
        raise TypeError
    for at in range(bins):
        found.data.as_longlongs[at] = empty
    for at in range(count - 1, -1, -1):
        found.data.as_longlongs[given[at] % bins] = given[at]
    return found


cdef inline int _keep(uint64_t *smallest, int first, int count, int kept, uint64_t value) noexcept:
    """Insert a value among the smallest from a place on, in order and different; return how many there are then."""
    cdef int at = count
    while at > first and smallest[at - 1] > value:
        at -= 1
    if at > first and smallest[at - 1] == value:
        return count
    if count == kept:
        count -= 1
    memmove(smallest + at + 1, smallest + at, (count - at) * sizeof(uint64_t))
    smallest[at] = value
    return count + 1


cdef uint64_t _hash(uint64_t *words, int size):
    """What Python makes of a tuple of numbers below 2**61: xxHash, see `tuplehash` in CPython's tupleobject.c."""
    cdef uint64_t found = 2870177450012600261
    cdef int at
    for at in range(size):
        found += words[at] * <uint64_t>14029467366897019727
        found = (found << 31) | (found >> 33)
        found *= <uint64_t>11400714785074694791
    found += <uint64_t>size ^ (<uint64_t>2870177450012600261 ^ <uint64_t>3527539)
    return 1546275796 if found == <uint64_t>-1 else found
