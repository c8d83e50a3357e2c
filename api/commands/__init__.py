"""The commands of the command line, one module for what they are about."""
