"""The command line: arguments in, exit code out. Heavy imports wait until a command needs them."""
