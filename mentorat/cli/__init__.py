"""The command line: options, one call into the core, a reporter, an exit code."""
