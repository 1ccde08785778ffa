# Pairs that have a class of their own, such as spans: a page has hundreds.

def pair_maker(type kind not None):
    """Return what makes a pair of this class, which is one of tuples, out of its two halves."""
    if not issubclass(kind, tuple):
        raise TypeError
    if hexversion >= 0x030E0000:  # a tuple remembers its hash there, which only its own making sets right
        return lambda first, second: tuple.__new__(kind, (first, second))

    def make(first, second, /):
        found = PyType_GenericAlloc(kind, 2)
        Py_INCREF(first)
        PyTuple_SET_ITEM(found, 0, first)
        Py_INCREF(second)
        PyTuple_SET_ITEM(found, 1, second)
        return found

    return make
