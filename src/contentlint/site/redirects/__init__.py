"""Redirects: the files that sites keep them in (`load`), and the one that a path follows (`matcher`)."""
