"""The documents of the method as Pydantic models: one module an annex or document, no I/O, no rules."""
