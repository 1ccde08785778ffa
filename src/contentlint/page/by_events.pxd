"""Types by which `by_events.py` is compiled; it runs as it is too."""

from contentlint.page.leaf cimport Leaf

cdef class _Reader:
    cdef public object source, parser, parts, place, place_end, code_from, _definitions
    cdef public str parsed, masked
    cdef public Py_ssize_t body
    cdef public Leaf leaf
    cdef public list containers

    cpdef line_break(self, str event, dict span)
    cpdef text(self, str value, dict span)
    cpdef take(self, str kind, value, dict span)
    cpdef Leaf _open_leaf(self, Py_ssize_t start)
    cpdef _kind(self, str kind)
    cpdef _start(self, value, Py_ssize_t start, Py_ssize_t end)
    cpdef _start_block(self, str name, detail, Py_ssize_t start, Py_ssize_t end)
    cpdef _end(self, value, Py_ssize_t start, Py_ssize_t end)
    cpdef _tilde(self, str name, Py_ssize_t start, Py_ssize_t end)
    cpdef _close_leaf(self, Py_ssize_t start=*, Py_ssize_t end=*)
