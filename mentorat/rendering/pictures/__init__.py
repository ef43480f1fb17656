"""Pictures that say a result: each is drawn from plain values and comes with a sentence and a table."""
