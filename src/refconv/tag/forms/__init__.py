"""The forms of fixed strings, a table for each kind of work; parts that they share."""
