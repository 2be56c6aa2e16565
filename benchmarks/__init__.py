"""How fast refconv is, measured."""
