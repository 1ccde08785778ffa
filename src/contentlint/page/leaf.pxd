"""Types by which `leaf.py` is compiled; it runs as it is too."""

cimport cython

cdef class _Link:
    cdef public dict detail
    cdef public Py_ssize_t start, label_end, end, first
    cdef public str text
    cdef public bint is_image, has_image

cdef class Leaf:
    cdef public str body, kind
    cdef public Py_ssize_t level, start, end, images
    cdef public bint is_new_line, is_marked
    cdef public list pieces, markup, links, open

    @cython.locals(each=list)
    cpdef begin(self, str kind, Py_ssize_t start, Py_ssize_t level)
    cpdef hidden(self, Py_ssize_t start, Py_ssize_t end)
    cpdef _reach(self, Py_ssize_t start, Py_ssize_t end)
    cpdef line_break(self, Py_ssize_t at)
    cpdef text(self, Py_ssize_t start, Py_ssize_t end, str content)
    cpdef code(self, Py_ssize_t start, Py_ssize_t end, str content)
    cpdef open_link(self, bint is_image, dict detail, Py_ssize_t start)
    cpdef close_link(self, Py_ssize_t end)
    @cython.locals(begin=Py_ssize_t)
    cpdef add_to(self, parts, source, Py_ssize_t body, Py_ssize_t first, Py_ssize_t last, find)
    @cython.locals(raw=str, prose=str, outer=str, written=str, text=str, indent=Py_ssize_t)
    cpdef _add_marked(
        self, parts, source, Py_ssize_t first, Py_ssize_t last, Py_ssize_t start, Py_ssize_t body, find
    )
    @cython.locals(prose=str)
    cpdef str _prose(self, Py_ssize_t start, str raw)
    @cython.locals(links=list, link=_Link)
    cpdef list _found_links(self, str raw, Py_ssize_t start, Py_ssize_t body, find)
    @cython.locals(at=Py_ssize_t, kind=str, href=str, label_end=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t)
    cpdef _link(self, _Link link, Py_ssize_t body, find)
    cpdef bint _is_plain(self, Py_ssize_t start)
    @cython.locals(text=str, first=cython.Py_UCS4, last=cython.Py_UCS4)
    cpdef bint _has_space(self)
    cpdef str _blanked(self, Py_ssize_t start)
