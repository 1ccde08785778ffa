"""Routes that the application serves beside the pages, read out of its own files as data (SPEC §3, `sources`)."""
