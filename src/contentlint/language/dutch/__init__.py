"""Dutch as an editor reads it: pure functions over prose.

Every function takes `prose`: the text of one block, or of several with a blank line between them, in which all
that is no prose was blanked at equal length. Offsets in what they return are offsets into that text.
"""
