# Words with a capital inside sentences.

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
