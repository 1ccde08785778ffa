# cython: language_level=3, boundscheck=False, wraparound=False, cdivision=True, initializedcheck=False
"""What costs most of a page, compiled: its words as numbers, and what is known of them. `_plain.py` says the same."""

from cpython cimport array
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize
from cpython.mem cimport PyMem_Calloc, PyMem_Free, PyMem_Malloc, PyMem_Realloc
from cpython.ref cimport Py_INCREF
from cpython.tuple cimport PyTuple_SET_ITEM
from cpython.unicode cimport (
    PyUnicode_DATA, PyUnicode_GET_LENGTH, PyUnicode_KIND, PyUnicode_READ, PyUnicode_Substring, Py_UNICODE_ISALNUM,
    Py_UNICODE_ISALPHA,
    Py_UNICODE_ISSPACE,
)
from libc.stdint cimport int64_t, uint16_t, uint32_t, uint64_t
from libc.string cimport memchr, memcmp, memcpy, memmove, memset

cdef extern from "Python.h":
    object PyType_GenericAlloc(type, Py_ssize_t)

import array as _array
from os import urandom
from sys import hexversion

cdef array.array _INTS = _array.array("i")
cdef array.array _LONGS = _array.array("q")

include "compiled/characters.pxi"
include "compiled/numbering.pxi"
include "compiled/values.pxi"
include "compiled/shingles.pxi"
include "compiled/sentences.pxi"
include "compiled/names.pxi"
include "compiled/pairs.pxi"
