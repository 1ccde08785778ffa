"""BLAKE2 without OpenSSL, which all of `hashlib` waits for: at start-up that takes longer than finding the pages."""

try:
    from _blake2 import blake2b  # the very function that hashlib gives
except ImportError:  # an interpreter that keeps it elsewhere
    from hashlib import blake2b

__all__ = ["blake2b"]
