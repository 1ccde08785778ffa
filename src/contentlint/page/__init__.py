"""One page: bytes → text → front matter and outline → facts. Start at `load.py`; the types are in `model.py`."""
