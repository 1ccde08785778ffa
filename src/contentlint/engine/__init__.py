"""The run: find pages, analyse each, check the site, filter, report. Start at `run.py`."""
