# Characters of one byte, which is all that most texts have: those that end a stretch, may end a sentence, start a name.

cdef unsigned char[256] _SPACES, _STOPS, _CAPITALS, _HIDDEN


def _tell_characters():
    cdef int char
    for char in range(256):
        _SPACES[char] = Py_UNICODE_ISSPACE(char)
        _STOPS[char] = char == 10 or _is_stop(char)
        _CAPITALS[char] = _is_capital(char)
        _HIDDEN[char] = not chr(char).isprintable()


_tell_characters()


def is_printable(str text not None):
    """Return whether all characters can be seen; `str.isprintable`, which looks each up in a table of all there are."""
    cdef int kind = PyUnicode_KIND(text)
    cdef void *data = PyUnicode_DATA(text)
    cdef Py_ssize_t at, length = PyUnicode_GET_LENGTH(text)
    cdef Py_UCS4 char
    for at in range(length):
        char = PyUnicode_READ(kind, data, at)
        if char < 256:
            if _HIDDEN[char]:
                return False
        elif not char.isprintable():
            return False
    return True


cdef inline Py_ssize_t _next(
    unsigned char *wanted, int kind, void *data, Py_ssize_t at, Py_ssize_t length
) noexcept:
    """Return where the next character that is wanted may stand: at once, where characters have more than a byte."""
    if kind == 1:
        while at < length and not wanted[(<unsigned char *>data)[at]]:
            at += 1
    return at


cdef inline Py_ssize_t _after_space(int kind, void *data, Py_ssize_t at, Py_ssize_t length):
    while at < length and Py_UNICODE_ISSPACE(PyUnicode_READ(kind, data, at)):
        at += 1
    return at


cdef inline bint _is_stop(Py_UCS4 char):
    return char in u".!?…"


cdef inline bint _is_closing(Py_UCS4 char):
    return char in u"\"'”’»)]"


cdef inline bint _is_capital(Py_UCS4 char):
    return u"A" <= char <= u"Z"


cdef inline bint _is_word(Py_UCS4 char):
    return char == u"_" or Py_UNICODE_ISALNUM(char)
