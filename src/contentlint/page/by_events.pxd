"""Types by which `by_events.py` is compiled; it runs as it is too."""

cimport cython

from contentlint.page.leaf cimport Leaf

cdef class _Reader:
    cdef public object source, parser, parts, place, place_end, code_from, _definitions
    cdef public str parsed, masked
    cdef public Py_ssize_t body
    cdef public bint is_moved, is_marked
    cdef public Leaf leaf, spare
    cdef public list containers

    @cython.locals(start=Py_ssize_t, end=Py_ssize_t, only=dict, kind=str)
    cpdef read(self, event, dict span)
    cpdef _line_break(self, str event, Py_ssize_t start)
    cpdef _take(self, str kind, value, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(leaf=Leaf)
    cpdef Leaf _open_leaf(self, Py_ssize_t start)
    cpdef Leaf _begin(self, str kind, Py_ssize_t start, Py_ssize_t level)
    cpdef _kind(self, str kind)
    @cython.locals(only=dict, name=str)
    cpdef _start(self, value, Py_ssize_t start, Py_ssize_t end)
    cpdef _start_named(self, str name, detail, Py_ssize_t start, Py_ssize_t end)
    cpdef _start_block(self, str name, detail, Py_ssize_t start, Py_ssize_t end)
    @cython.locals(name=str)
    cpdef _end(self, value, Py_ssize_t start, Py_ssize_t end)
    cpdef _tilde(self, str name, Py_ssize_t start, Py_ssize_t end)
    cpdef _close_leaf(self, Py_ssize_t start=*, Py_ssize_t end=*)
