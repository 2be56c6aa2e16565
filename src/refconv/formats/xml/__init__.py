"""XML files of any format: repaired, cut into the elements that are records, and read in chunks."""
