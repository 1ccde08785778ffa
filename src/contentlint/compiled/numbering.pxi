# Stretches of text without white space, by number.

cdef struct _Known:
    uint64_t value
    void *data
    Py_ssize_t length
    int kind


cdef class Numbering:
    """Gives every different stretch of text without white space a number, in the order in which they come.

    A table with open addressing; its hash starts from a random number, so that no page can be made to fill one place.
    What tells a stretch lies together: its hash, and where its characters are, which `stretches` keeps.
    """

    cdef readonly list stretches
    cdef int *_slots
    cdef _Known *_known
    cdef Py_ssize_t _size
    cdef uint64_t _seed

    def __cinit__(self):
        self.stretches = []
        self._seed = int.from_bytes(urandom(8), "little")
        self._size = 4096
        self._slots = <int *>PyMem_Calloc(self._size, sizeof(int))
        self._known = <_Known *>PyMem_Malloc(self._size // 2 * sizeof(_Known))
        if self._slots == NULL or self._known == NULL:
            raise MemoryError

    def __dealloc__(self):
        PyMem_Free(self._slots)
        PyMem_Free(self._known)

    def read(self, str text not None):
        """Return the numbers of the stretches of a text, in order."""
        return self.read_all([text])[0]

    def read_all(self, list texts not None):
        """Return the numbers of the stretches of several texts, in order, those of each text, and where they start."""
        cdef Py_ssize_t room = 1, count = 0, index
        cdef str text
        cdef array.array starts = array.clone(_INTS, len(texts), zero=False)
        for text in texts:
            room += PyUnicode_GET_LENGTH(text) // 2 + 1
        cdef int *numbers = <int *>PyMem_Malloc(2 * room * sizeof(int))
        if numbers == NULL:
            raise MemoryError
        try:
            for index, text in enumerate(texts):
                starts.data.as_ints[index] = <int>count
                count += self._read(text, numbers + count, numbers + room + count)
            return _ints(numbers, count), starts, _ints(numbers + room, count)
        finally:
            PyMem_Free(numbers)

    cdef Py_ssize_t _read(self, str text, int *numbers, int *places) except -1:
        cdef int kind = PyUnicode_KIND(text)
        cdef void *data = PyUnicode_DATA(text)
        cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0, start, count = 0
        cdef unsigned char *chars = <unsigned char *>data
        cdef uint64_t value
        while True:
            if kind == 1:
                while at < length and _SPACES[chars[at]]:
                    at += 1
                start = at
                while at < length and not _SPACES[chars[at]]:
                    at += 1
                value = _hash_bytes(chars + start, at - start, self._seed)
            else:
                start = at = _after_space(kind, data, at, length)
                while at < length and not Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)):
                    at += 1
                value = _hash_wide(kind, data, start, at, self._seed)
            if at == start:
                return count
            numbers[count] = self._number(text, kind, data, start, at, value)
            places[count] = <int>start
            count += 1

    def clear(self):
        """Forget all stretches."""
        self.stretches.clear()
        memset(self._slots, 0, self._size * sizeof(int))

    cdef int _number(
        self, str text, int kind, void *data, Py_ssize_t start, Py_ssize_t end, uint64_t value
    ) except -1:
        cdef Py_ssize_t place = value & (self._size - 1)
        cdef int number
        cdef _Known *known
        while self._slots[place]:
            number = self._slots[place] - 1
            known = self._known + number
            if known.value == value and known.length == end - start and _is_same(known, kind, data, start):
                return number
            place = (place + 1) & (self._size - 1)
        number = <int>len(self.stretches)
        if 2 * (number + 1) >= self._size:
            self._grow()
            return self._number(text, kind, data, start, end, value)
        stretch = PyUnicode_Substring(text, start, end)
        self.stretches.append(stretch)
        known = self._known + number
        known.value, known.length = value, end - start
        known.kind, known.data = PyUnicode_KIND(stretch), PyUnicode_DATA(stretch)
        self._slots[place] = number + 1
        return number

    cdef int _grow(self) except -1:
        cdef Py_ssize_t size = 4 * self._size, place, number
        cdef _Known *known = <_Known *>PyMem_Realloc(self._known, size // 2 * sizeof(_Known))
        if known == NULL:
            raise MemoryError
        self._known = known
        cdef int *slots = <int *>PyMem_Calloc(size, sizeof(int))
        if slots == NULL:
            raise MemoryError
        for number in range(len(self.stretches)):
            place = known[number].value & (size - 1)
            while slots[place]:
                place = (place + 1) & (size - 1)
            slots[place] = <int>number + 1
        PyMem_Free(self._slots)
        self._slots, self._size = slots, size
        return 0


cdef array.array _ints(int *given, Py_ssize_t count):
    cdef array.array found = array.clone(_INTS, count, zero=False)
    memcpy(found.data.as_ints, given, count * sizeof(int))
    return found


cdef uint64_t _hash_bytes(unsigned char *chars, Py_ssize_t count, uint64_t value) noexcept:
    """A hash of bytes, eight at a time; of more than 64, that of their characters, see `_hash_wide`.

    What is left of them is read as two halves that may overlap, or as its first, middle and last byte: with their count,
    that tells them.
    """
    cdef uint64_t eight
    cdef uint32_t first, last
    cdef Py_ssize_t at
    if count > 64:
        for at in range(count):
            value = (value ^ <uint64_t>chars[at]) * <uint64_t>0x9E3779B97F4A7C15
            value ^= value >> 29
        return value
    while count >= 8:
        memcpy(&eight, chars, 8)
        value = (value ^ eight) * <uint64_t>0x9E3779B97F4A7C15
        value ^= value >> 29
        chars, count = chars + 8, count - 8
    value += <uint64_t>count
    eight = 0
    if count >= 4:
        memcpy(&first, chars, 4)
        memcpy(&last, chars + count - 4, 4)
        eight = <uint64_t>first | <uint64_t>last << 32
    elif count:
        eight = <uint64_t>chars[0] | <uint64_t>chars[count >> 1] << 8 | <uint64_t>chars[count - 1] << 16
    value = (value ^ eight) * <uint64_t>0x9E3779B97F4A7C15
    value = (value ^ value >> 32) * <uint64_t>0xD6E8FEB86659FD93  # or the last characters would not reach the place
    return value ^ value >> 32


cdef uint64_t _hash_wide(int kind, void *data, Py_ssize_t start, Py_ssize_t end, uint64_t value) noexcept:
    """The same hash where characters have more bytes, of which most need only one."""
    cdef unsigned char[64] narrow
    cdef Py_ssize_t at
    cdef Py_UCS4 char = 0
    for at in range(start, end):
        char = PyUnicode_READ(kind, data, at)
        if char > 255 or at - start == 64:
            break
        narrow[at - start] = <unsigned char>char
    else:
        return _hash_bytes(narrow, end - start, value)
    for at in range(start, end):
        value = (value ^ <uint64_t>PyUnicode_READ(kind, data, at)) * <uint64_t>0x9E3779B97F4A7C15
        value ^= value >> 29
    return value


cdef inline bint _is_same(_Known *known, int kind, void *data, Py_ssize_t start) noexcept:
    """Whether so many characters from an offset on are those that are known."""
    cdef Py_ssize_t at
    if kind == 1 and known.kind == 1:
        return memcmp(known.data, <char *>data + start, known.length) == 0
    for at in range(known.length):
        if PyUnicode_READ(known.kind, known.data, at) != PyUnicode_READ(kind, data, start + at):
            return False
    return True
