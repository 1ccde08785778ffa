# Where sentences start and end.

cdef Py_ssize_t _SURELY_WORD = 6, _LONGEST = 20


def split_sentences(str text not None, verdicts, ends):
    """Return where each sentence starts, and where it ends, without white space around it; see `_STOP` in `_plain.py`."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef Py_ssize_t length = PyUnicode_GET_LENGTH(text), at = 0, start, end, following
    cdef Py_UCS4 char
    cdef bint is_single
    cdef array.array starts = array.clone(_INTS, 0, zero=False), lasts = array.clone(_INTS, 0, zero=False)
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
            _add(starts, lasts, start, end)
        at = start = following
    end = length
    while end > start and Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, end - 1)):
        end -= 1
    if end > start:
        _add(starts, lasts, start, end)
    return starts, lasts


cdef inline int _add(array.array starts, array.array ends, Py_ssize_t start, Py_ssize_t end) except -1:
    cdef Py_ssize_t count = len(starts)
    array.resize_smart(starts, count + 1)
    array.resize_smart(ends, count + 1)
    starts.data.as_ints[count] = <int>start
    ends.data.as_ints[count] = <int>end
    return 0


cdef bint _is_end(str text, Py_ssize_t at, Py_ssize_t following, verdicts, ends) except -1:
    cdef Py_ssize_t first = at, least = max(0, at - _LONGEST)
    while first > least and not Py_UNICODE_ISSPACE(text[first - 1]):
        first -= 1
    stretch = PyUnicode_Substring(text, first, at)
    verdict = verdicts[stretch]
    return ends(text, stretch, at, following) if verdict is None else verdict


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
