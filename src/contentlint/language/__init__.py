"""Which language is this text?

Start at `detect.py`: `detect` answers for a block of prose, `page_language` for a page. They answer only when a text
is certainly not in the language it is declared to be in, and say nothing otherwise: precision first.

- `words.py` splits a text into words and reads the function words of twelve languages from `data/XX.txt`. A new
  language is a new file and its code in `KNOWN`.
- `evidence.py` counts them: words of one language that the other has not, both ways. *in*, *is* and *was* are Dutch
  as well as English, so between those two they count for nothing.
- `borrowed.py` knows what says nothing about the text around it: quotations, names, titles of works, references to
  publications, and expressions that are borrowed whole (`data/borrowed.txt`).
- `confirm.py` asks langdetect, lazily, about the few blocks where function words raise no more than a suspicion.
- `names.py` names languages in messages and reads BCP 47 tags.
- `dutch/` knows Dutch itself: tokens, lexicon and what the `dutch/*` rules look for.

`benchmarks/language.py` measures it all; `tests/language/data` holds what must be found and what must not.
"""
