# Signatures: the smallest hashes of shingles, and of bins.

cdef uint64_t _MASK = (<uint64_t>1 << 62) - 1
cdef uint64_t _LATER = <uint64_t>1 << 62


def smallest_shingles(array.array numbers not None, array.array hashes not None, *, int size, int kept, uint64_t rarer):
    """Return the smallest hashes of the shingles of a text, ascending."""
    cdef Py_ssize_t at, count = 0, length = len(numbers), known = len(hashes)
    cdef int *given = numbers.data.as_ints
    cdef uint64_t *values = <uint64_t *>hashes.data.as_longlongs
    cdef array.array found
    cdef int best = 0
    cdef uint64_t *words = <uint64_t *>PyMem_Malloc((length + 1) * sizeof(uint64_t))
    cdef uint64_t *smallest = <uint64_t *>PyMem_Malloc((kept + 1) * sizeof(uint64_t))
    try:
        if words == NULL or smallest == NULL:
            raise MemoryError
        for at in range(length):
            if not 0 <= given[at] < known:
                raise IndexError
            words[count] = values[given[at]]
            count += words[count] != 0
        for at in range(count + 1 - size):
            if not words[at] & rarer:
                best = _keep(smallest, best, kept, _hash(words + at, size) & _MASK)
        if best < kept:
            for at in range(count + 1 - size):
                if words[at] & rarer:
                    best = _keep(smallest, best, kept, (_hash(words + at, size) & _MASK) + _LATER)
        found = array.clone(_LONGS, best, zero=False)
        memcpy(found.data.as_longlongs, smallest, best * sizeof(uint64_t))
        return found
    finally:
        PyMem_Free(words)
        PyMem_Free(smallest)


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


cdef int _keep(uint64_t *smallest, int count, int kept, uint64_t value):
    """Insert a value among the smallest, which are in order and different; return how many they are."""
    cdef int low = 0, high = count, middle
    if count == kept and value >= smallest[count - 1]:
        return count
    while low < high:
        middle = (low + high) // 2
        if smallest[middle] < value:
            low = middle + 1
        else:
            high = middle
    if low < count and smallest[low] == value:
        return count
    if count == kept:
        count -= 1
    memmove(smallest + low + 1, smallest + low, (count - low) * sizeof(uint64_t))
    smallest[low] = value
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
