"""The documents of the method, one a module: what stands in each, in the order of its reader's questions."""
