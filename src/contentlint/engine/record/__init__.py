"""The record of the last run: what is known of each page and was found in it, decoded only where it is asked for."""
