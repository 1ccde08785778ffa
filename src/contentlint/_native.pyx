# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""What costs most of a page, compiled: its words as numbers, and what is known of them. `_plain.py` says the same."""

from cpython cimport array
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ, PyUnicode_Substring, Py_UNICODE_ISALNUM,
    Py_UNICODE_ISALPHA,
    Py_UNICODE_ISSPACE,
)
from libc.stdint cimport int64_t, uint64_t
from libc.string cimport memchr, memcmp, memcpy, memmove, memset

import array as _array
from os import urandom

cdef array.array _INTS = _array.array("i")
cdef array.array _LONGS = _array.array("q")
cdef uint64_t _MASK = (<uint64_t>1 << 62) - 1
cdef uint64_t _LATER = <uint64_t>1 << 62
# of characters in one byte, as most texts have only: those that end a stretch, may end a sentence, start a name
cdef unsigned char[256] _SPACES, _STOPS, _CAPITALS


def _tell_characters():
    cdef int char
    for char in range(256):
        _SPACES[char] = Py_UNICODE_ISSPACE(char)
        _STOPS[char] = char == 10 or _is_stop(char)
        _CAPITALS[char] = _is_capital(char)


_tell_characters()


cdef inline Py_ssize_t _next(
    unsigned char *wanted, int kind, void *data, Py_ssize_t at, Py_ssize_t length
) noexcept:
    """Return where the next character that is wanted may stand: at once, where characters have more than a byte."""
    if kind == 1:
        while at < length and not wanted[(<unsigned char *>data)[at]]:
            at += 1
    return at


cdef class Numbering:
    """Gives every different stretch of text without white space a number, in the order in which they come.

    A table with open addressing; its hash starts from a random number, so that no page can be made to fill one place.
    """

    cdef readonly list stretches
    cdef int *_slots
    cdef uint64_t *_hashes
    cdef Py_ssize_t _size
    cdef uint64_t _seed

    def __cinit__(self):
        self.stretches = []
        self._seed = int.from_bytes(urandom(8), "little")
        self._size = 4096
        self._slots = <int *>PyMem_Calloc(self._size, sizeof(int))
        self._hashes = <uint64_t *>PyMem_Malloc(self._size // 2 * sizeof(uint64_t))
        if self._slots == NULL or self._hashes == NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self._slots)
        PyMem_Free(self._hashes)

    def read(self, str text not None):
        """Return the numbers of the stretches of a text, in order."""
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0, start, count = 0
        cdef unsigned char *chars = <unsigned char *>data
        cdef Py_UCS4 char
        cdef uint64_t value
        cdef array.array found
        cdef int *numbers = <int *>PyMem_Malloc((length // 2 + 1) * sizeof(int))
        if numbers == NULL:
            raise MemoryError
        try:
            while at < length:
                char = PyUnicode_READ(kind, data, at)
                if Py_UNICODE_ISSPACE(char):
                    at += 1
                    continue
                start, value = at, self._seed
                while kind == 1 and at < length and not _SPACES[chars[at]]:
                    value = (value ^ <uint64_t>chars[at]) * <uint64_t>0x9E3779B97F4A7C15
                    value ^= value >> 29
                    at += 1
                while kind != 1:
                    value = (value ^ <uint64_t>char) * <uint64_t>0x9E3779B97F4A7C15
                    value ^= value >> 29
                    at += 1
                    if at == length:
                        break
                    char = PyUnicode_READ(kind, data, at)
                    if Py_UNICODE_ISSPACE(char):
                        break
                numbers[count] = self._number(text, kind, data, start, at, value)
                count += 1
            found = array.clone(_INTS, count, zero=False)
            memcpy(found.data.as_ints, numbers, count * sizeof(int))
            return found
        finally:
            PyMem_Free(numbers)

    def clear(self):
        """Forget all stretches."""
        self.stretches.clear()
        memset(self._slots, 0, self._size * sizeof(int))

    cdef int _number(
        self, str text, int kind, void *data, Py_ssize_t start, Py_ssize_t end, uint64_t value
    ) except -1:
        cdef Py_ssize_t place = value & (self._size - 1)
        cdef int number
        while self._slots[place]:
            number = self._slots[place] - 1
            if self._hashes[number] == value and _is_same(self.stretches[number], kind, data, start, end):
                return number
            place = (place + 1) & (self._size - 1)
        number = <int>len(self.stretches)
        if 2 * (number + 1) >= self._size:
            self._grow()
            return self._number(text, kind, data, start, end, value)
        self.stretches.append(PyUnicode_Substring(text, start, end))
        self._slots[place] = number + 1
        self._hashes[number] = value
        return number

    cdef int _grow(self) except -1:
        cdef Py_ssize_t size = 4 * self._size, place, number
        cdef uint64_t *hashes = <uint64_t *>PyMem_Realloc(self._hashes, size // 2 * sizeof(uint64_t))
        if hashes == NULL:
            raise MemoryError
        self._hashes = hashes
        cdef int *slots = <int *>PyMem_Calloc(size, sizeof(int))
        if slots == NULL:
            raise MemoryError
        for number in range(len(self.stretches)):
            place = hashes[number] & (size - 1)
            while slots[place]:
                place = (place + 1) & (size - 1)
            slots[place] = <int>number + 1
        PyMem_Free(self._slots)
        self._slots, self._size = slots, size
        return 0


cdef bint _is_same(str known, int kind, void *data, Py_ssize_t start, Py_ssize_t end):
    cdef Py_ssize_t at
    cdef int known_kind = PyUnicode_KIND(known)
    cdef void *known_data = PyUnicode_DATA(known)
    if PyUnicode_GET_LENGTH(known) != end - start:
        return False
    if kind == 1 and known_kind == 1:
        return memcmp(known_data, <char *>data + start, end - start) == 0
    for at in range(end - start):
        if PyUnicode_READ(known_kind, known_data, at) != PyUnicode_READ(kind, data, start + at):
            return False
    return True


def holds(str text not None, str mark not None):
    """Return whether a text holds a short mark; its first character is looked for, which is fast where that is rare."""
    if PyUnicode_KIND(text) != 1 or PyUnicode_KIND(mark) != 1:
        return mark in text
    cdef char *first = <char *>PyUnicode_DATA(text)
    cdef char *wanted = <char *>PyUnicode_DATA(mark)
    cdef Py_ssize_t size = PyUnicode_GET_LENGTH(mark)
    cdef char *last = first + PyUnicode_GET_LENGTH(text) - size
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


def different(array.array numbers not None):
    """Return the different ones among some numbers."""
    cdef Py_ssize_t length = len(numbers), at
    cdef int *given = numbers.data.as_ints
    cdef int most = 0
    cdef char *seen
    cdef list found = []
    for at in range(length):
        if given[at] < 0:
            raise IndexError
        most = max(most, given[at])
    seen = <char *>PyMem_Calloc(<size_t>most + 1, 1)
    if seen == NULL:
        raise MemoryError
    try:
        for at in range(length):
            if not seen[given[at]]:
                seen[given[at]] = 1
                found.append(given[at])
        return frozenset(found)
    finally:
        PyMem_Free(seen)


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


def spots(array.array numbers not None, bytearray flags not None):
    """Return where among some numbers those stand that have a flag."""
    cdef Py_ssize_t size = len(flags), at
    cdef int *given = numbers.data.as_ints
    cdef unsigned char *known = flags
    cdef list found = []
    for at in range(len(numbers)):
        if not 0 <= given[at] < size:
            raise IndexError
        if known[given[at]]:
            found.append(at)
    return found


def ranks(array.array starts not None, list spans not None):
    """Return how many of some numbers, which ascend, come before the start of each of some spans, which do too."""
    cdef Py_ssize_t count = len(starts), group
    cdef int *given = starts.data.as_ints
    cdef int at = 0, start
    cdef array.array found = array.clone(_INTS, len(spans), zero=False)
    for group in range(len(spans)):
        start = (<tuple?>spans[group])[0]
        while at < count and given[at] < start:
            at += 1
        found.data.as_ints[group] = at
    return found


def starts_of(str text not None):
    """Return where each stretch of a text starts."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef unsigned char *chars = <unsigned char *>data
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at, count = 0
    cdef bint is_space, is_after = True
    cdef array.array found = array.clone(_INTS, length // 2 + 1, zero=False)
    for at in range(length):
        is_space = _SPACES[chars[at]] if kind == 1 else Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at))
        if is_after and not is_space:
            found.data.as_ints[count] = <int>at
            count += 1
        is_after = is_space
    array.resize(found, count)
    return found


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


cdef Py_ssize_t _SURELY_WORD = 6, _LONGEST = 20


def split_sentences(str text not None, verdicts, ends):
    """Return where each sentence starts and ends, without the white space around it; see `_STOP` in `_plain.py`."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0, start, end, following
    cdef Py_UCS4 char
    cdef bint is_single
    cdef list found = []
    start = _after_space(kind, data, 0, length)
    while (at := _next(_STOPS, kind, data, at, length)) < length:
        char = PyUnicode_READ(kind, data, at)
        if char == 10:
            following = at + 1
            while following < length and PyUnicode_READ(kind, data, following) in (32, 9):
                following += 1
            if following == length or PyUnicode_READ(kind, data, following) != 10:
                at += 1
                continue
            following = _after_space(kind, data, following + 1, length)
            end = at
            while end > start and Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, end - 1)):
                end -= 1
        elif _is_stop(char):
            end = at + 1
            while end < length and _is_stop(PyUnicode_READ(kind, data, end)):
                end += 1
            is_single = char == u"." and end == at + 1
            while end < length and _is_closing(PyUnicode_READ(kind, data, end)):
                end += 1
            following = _after_space(kind, data, end, length)
            if following == end or following == length or _goes_on(PyUnicode_READ(kind, data, following)):
                at += 1
                continue
            if is_single and not _follows_word(kind, data, at) and not _is_end(text, at, following, verdicts, ends):
                at += 1
                continue
        else:
            at += 1
            continue
        if end > start:
            found.append((start, end))
        at = start = following
    end = length
    while end > start and Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, end - 1)):
        end -= 1
    if end > start:
        found.append((start, end))
    return found


cdef bint _is_end(str text, Py_ssize_t at, Py_ssize_t following, verdicts, ends) except -1:
    cdef Py_ssize_t first = at, least = max(0, at - _LONGEST)
    while first > least and not Py_UNICODE_ISSPACE(text[first - 1]):
        first -= 1
    stretch = PyUnicode_Substring(text, first, at)
    verdict = verdicts[stretch]
    return ends(text, stretch, at, following) if verdict is None else verdict


cdef inline Py_ssize_t _after_space(int kind, void *data, Py_ssize_t at, Py_ssize_t length):
    while at < length and Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)):
        at += 1
    return at


cdef inline bint _is_stop(Py_UCS4 char):
    return char in u".!?…"


cdef inline bint _is_closing(Py_UCS4 char):
    return char in u"\"'”’»)]"


cdef inline bint _goes_on(Py_UCS4 char):
    """Whether a sentence goes on with a character: a small letter, or a mark that ends none."""
    return u"a" <= char <= u"z" or u"à" <= char <= u"ö" or u"ø" <= char <= u"ÿ" or char in u",;:)…"


cdef bint _follows_word(int kind, void *data, Py_ssize_t at):
    """Whether letters enough stand before a full stop for a word that is short for no other."""
    cdef Py_ssize_t before
    if at < _SURELY_WORD:
        return False
    for before in range(at - _SURELY_WORD, at):
        if not Py_UNICODE_ISALPHA(PyUnicode_READ(kind, data, before)):
            return False
    return True


def capital_runs(str text not None):
    """Return where words with a capital stand inside a sentence, or several in a row; see `_RUN` in `_plain.py`."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0, end, last, first
    cdef Py_UCS4 before
    cdef bint is_inside, is_free
    cdef list found = []
    while (at := _next(_CAPITALS, kind, data, at, length)) < length:
        if not _is_capital(PyUnicode_READ(kind, data, at)):
            at += 1
            continue
        before = PyUnicode_READ(kind, data, at - 1) if at else u" "
        is_inside = at > 1 and Py_UNICODE_ISSPACE(before) and _leads_on(PyUnicode_READ(kind, data, at - 2))
        is_free = not (_is_word(before) or before in u".'’-")
        end = _after_letters(kind, data, at + 1, length) if is_inside or is_free else at + 1
        if end == at + 1:
            at += 1
            continue
        last = end if is_inside and not _goes_into(kind, data, end, length) else -1
        while end + 1 < length and PyUnicode_READ(kind, data, end) in u" \n":
            if not _is_capital(PyUnicode_READ(kind, data, end + 1)):
                break
            first = end + 2
            end = _after_letters(kind, data, first, length)
            if end == first:
                break
            if not _goes_into(kind, data, end, length):
                last = end
        if last < 0:
            at += 1
        else:
            found.append((at, last))
            at = last
    return found


cdef inline bint _is_capital(Py_UCS4 char):
    return u"A" <= char <= u"Z"


cdef inline bint _is_word(Py_UCS4 char):
    return char == u"_" or Py_UNICODE_ISALNUM(char)


cdef inline bint _leads_on(Py_UCS4 char):
    return char in u",)" or _is_word(char)


cdef inline Py_ssize_t _after_letters(int kind, void *data, Py_ssize_t at, Py_ssize_t length):
    """Return where letters of Dutch, which are none beyond Latin-1, end."""
    cdef Py_UCS4 char
    while at < length:
        char = PyUnicode_READ(kind, data, at)
        if not (u"a" <= char <= u"z" or u"A" <= char <= u"Z" or u"à" <= char <= u"ÿ" and char != u"÷"):
            break
        at += 1
    return at


cdef inline bint _goes_into(int kind, void *data, Py_ssize_t at, Py_ssize_t length):
    """Whether a word goes on at an offset, or is half of one with a hyphen."""
    cdef Py_UCS4 char
    if at >= length:
        return False
    char = PyUnicode_READ(kind, data, at)
    return char == u"-" or _is_word(char)
