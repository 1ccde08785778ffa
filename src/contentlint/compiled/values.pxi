# What is known of numbers: their values, sums and places.

def holds(str text not None, str mark not None, Py_ssize_t start = 0):
    """Return whether a text holds a short mark; its first character is looked for, which is fast where that is rare."""
    if PyUnicode_KIND(text) != 1 or PyUnicode_KIND(mark) != 1 or start < 0:
        return text.find(mark, start) >= 0
    cdef char *first = <char *>PyUnicode_DATA(text)
    cdef char *wanted = <char *>PyUnicode_DATA(mark)
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(mark)
    cdef char *last = first + PyUnicode_GET_LENGTH(text) - size
    cdef uint16_t pair, here
    first += start
    if size == 2 and wanted[0] == b" ":  # which is everywhere: both are looked for at once
        memcpy(&pair, wanted, 2)
        while first <= last:
            memcpy(&here, first, 2)
            if here == pair:
                return True
            first += 1
        return False
    while first <= last:
        first = <char *>memchr(first, wanted[0], last - first + 1)
        if first == NULL:
            return False
        if memcmp(first, wanted, size) == 0:
            return True
        first += 1
    return False


def count_among(bytes data not None, bytes wanted not None):
    """Return how many of some bytes are among others."""
    cdef unsigned char[256] is_wanted
    cdef unsigned char *given = <unsigned char *>PyBytes_AS_STRING(data)
    cdef unsigned char *others = <unsigned char *>PyBytes_AS_STRING(wanted)
    cdef Py_ssize_t at, found = 0
    memset(is_wanted, 0, 256)
    for at in range(len(wanted)):
        is_wanted[others[at]] = 1
    for at in range(len(data)):
        found += is_wanted[given[at]]
    return found


def take(array.array numbers not None, bytearray values not None):
    """Return the value of each number."""
    cdef Py_ssize_t count = len(numbers), size = len(values), at
    cdef int *given = numbers.data.as_ints
    cdef unsigned char *known = values
    found = PyBytes_FromStringAndSize(NULL, count)
    cdef unsigned char *out = <unsigned char *>PyBytes_AS_STRING(found)
    for at in range(count):
        if not 0 <= given[at] < size:
            raise IndexError
        out[at] = known[given[at]]
    return found


def neighbours(array.array numbers not None, bytes codes not None, bytes masks not None):
    """Return the different two or three numbers in a row whose codes have a bit of each mask; zero asks nothing."""
    cdef Py_ssize_t size = len(masks), at
    cdef int *given = numbers.data.as_ints
    cdef unsigned char *known = <unsigned char *>PyBytes_AS_STRING(codes)
    cdef unsigned char *asked = <unsigned char *>PyBytes_AS_STRING(masks)
    cdef unsigned char third = asked[2] if size == 3 else 0
    cdef set found = set()
    if len(numbers) != len(codes) or size not in (2, 3):
        raise IndexError
    for at in range(len(numbers) - size + 1):
        if asked[0] and not known[at] & asked[0] or asked[1] and not known[at + 1] & asked[1]:
            continue
        if size == 2:
            found.add((given[at], given[at + 1]))
        elif not third or known[at + 2] & third:
            found.add((given[at], given[at + 1], given[at + 2]))
    return found


def having(array.array numbers not None, array.array bits not None, int64_t bit):
    """Return the different ones among some numbers that have a bit, in order."""
    cdef Py_ssize_t size = len(bits), at
    cdef int *given = numbers.data.as_ints
    cdef int64_t *known = <int64_t *>bits.data.as_longlongs
    cdef char *seen = <char *>PyMem_Calloc(size + 1, 1)
    cdef list found = []
    if seen == NULL:
        raise MemoryError
    try:
        for at in range(len(numbers)):
            if not 0 <= given[at] < size:
                raise IndexError
            if known[given[at]] & bit and not seen[given[at]]:
                seen[given[at]] = 1
                found.append(given[at])
        return found
    finally:
        PyMem_Free(seen)


def total(array.array numbers not None, array.array values not None):
    """Return the sum of the values of some numbers."""
    cdef Py_ssize_t size = len(values), at
    cdef int *given = numbers.data.as_ints
    cdef int64_t *known = <int64_t *>values.data.as_longlongs
    cdef int64_t found = 0
    for at in range(len(numbers)):
        if not 0 <= given[at] < size:
            raise IndexError
        found += known[given[at]]
    return found


def sums(array.array numbers not None, array.array starts not None, array.array values not None):
    """Return the sum of the values of each group of numbers; a group ends where the next one starts."""
    cdef Py_ssize_t count = len(numbers), groups = len(starts), size = len(values), group, at, end
    cdef int *given = numbers.data.as_ints
    cdef int *first = starts.data.as_ints
    cdef int64_t *known = <int64_t *>values.data.as_longlongs
    cdef array.array found = array.clone(_LONGS, groups, zero=True)
    for group in range(groups):
        end = first[group + 1] if group + 1 < groups else count
        if not 0 <= first[group] <= end <= count:
            raise IndexError
        for at in range(first[group], end):
            if not 0 <= given[at] < size:
                raise IndexError
            found.data.as_longlongs[group] += known[given[at]]
    return found


def union(array.array numbers not None, array.array bits not None):
    """Return the bits that any of some numbers has."""
    cdef Py_ssize_t size = len(bits), at
    cdef int *given = numbers.data.as_ints
    cdef int64_t *known = <int64_t *>bits.data.as_longlongs
    cdef int64_t found = 0
    for at in range(len(numbers)):
        if not 0 <= given[at] < size:
            raise IndexError
        found |= known[given[at]]
    return found


def spots(array.array numbers not None, array.array bits not None, int64_t bit):
    """Return where among some numbers those stand that have a bit."""
    cdef Py_ssize_t size = len(bits), at
    cdef int *given = numbers.data.as_ints
    cdef int64_t *known = <int64_t *>bits.data.as_longlongs
    cdef list found = []
    for at in range(len(numbers)):
        if not 0 <= given[at] < size:
            raise IndexError
        if known[given[at]] & bit:
            found.append(at)
    return found


def ranks(array.array starts not None, array.array others not None):
    """Return how many of some numbers, which ascend, come before each of some others, which do too."""
    cdef Py_ssize_t count = len(starts), groups = len(others), group
    cdef int *given = starts.data.as_ints
    cdef int *asked = others.data.as_ints
    cdef int at = 0
    cdef array.array found = array.clone(_INTS, groups, zero=False)
    for group in range(groups):
        while at < count and given[at] < asked[group]:
            at += 1
        found.data.as_ints[group] = at
    return found


def alike(array.array numbers not None, array.array starts not None, array.array values not None):
    """Return which groups start with the same value as the two after them; None where one starts with a zero."""
    cdef Py_ssize_t count = len(numbers), size = len(values), group
    cdef int *given = numbers.data.as_ints
    cdef int *first = starts.data.as_ints
    cdef int64_t *known = <int64_t *>values.data.as_longlongs
    cdef int64_t one = 0, other = 0, value
    cdef list found = []
    for group in range(len(starts)):
        if not 0 <= first[group] < count or not 0 <= given[first[group]] < size:
            raise IndexError
        value = known[given[first[group]]]
        if not value:
            return None
        if value == one == other:
            found.append(group - 2)
        other, one = one, value
    return found


def shifted(array.array numbers not None, array.array starts not None, array.array offsets not None):
    """Return some numbers, each more by the offset of its group; a group ends where the next one starts."""
    cdef Py_ssize_t count = len(numbers), groups = len(starts), group, at, end
    cdef int *given = numbers.data.as_ints
    cdef int *first = starts.data.as_ints
    cdef array.array found = array.clone(_INTS, count, zero=False)
    cdef int *out = found.data.as_ints
    if len(offsets) != groups or (first[0] if groups else count) != 0:
        raise IndexError
    for group in range(groups):
        end = first[group + 1] if group + 1 < groups else count
        if not 0 <= first[group] <= end <= count:
            raise IndexError
        for at in range(first[group], end):
            out[at] = given[at] + offsets.data.as_ints[group]
    return found
