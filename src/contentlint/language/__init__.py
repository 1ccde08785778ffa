"""Which language is this text?

`detect.py` answers for a block and for a page; `words.py` holds the evidence (function words, in `data/`),
`confirm.py` asks langdetect where evidence is thin, `names.py` names languages. `dutch/` knows Dutch itself.
"""
